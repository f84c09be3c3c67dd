output "x" {
  value = null.a
}
