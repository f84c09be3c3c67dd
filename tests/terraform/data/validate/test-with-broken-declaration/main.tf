output "a" {
  valu = 1
}
