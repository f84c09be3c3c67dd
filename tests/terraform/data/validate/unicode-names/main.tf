variable "größe" {
}

output "größe" {
  value = "é: ${var.größe}${var.grösse}"
}
