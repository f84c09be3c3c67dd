output "a" {
  value = upper(lower(var.nothing))
}
