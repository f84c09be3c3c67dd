output "a" {
  value = true ? [1] : { a = 1 }
}
