output "x" {
  value = data
}
