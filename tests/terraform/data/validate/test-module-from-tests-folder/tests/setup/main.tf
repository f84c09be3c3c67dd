output "v" {
  value = var.none
}
