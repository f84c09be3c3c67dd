variable "token" {
  type      = string
  ephemeral = true
}

output "a" {
  value = var.token
}
