output "a" {
  value = "%{ if 1 }x%{ endif }"
}
