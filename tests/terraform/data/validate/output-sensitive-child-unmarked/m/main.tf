variable "s" {
  default   = "x"
  sensitive = true
}

output "secret" {
  value = var.s
}
