output "a" {
  value = [var.one, var.two, local.three]
}
