output "x" {
  value = local
}
