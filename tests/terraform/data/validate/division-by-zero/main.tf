output "x" {
  value = 1 / 0
}
