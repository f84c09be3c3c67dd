output "a" {
  value = replace("x")
}
