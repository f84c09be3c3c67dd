variable "secret" {
  type      = string
  sensitive = true
}

output "a" {
  value = var.secret
}
