variable "a" {
  description = var.b
}
