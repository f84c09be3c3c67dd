output "a" {
  value = var.none
}
