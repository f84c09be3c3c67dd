variable "a" {
}

variable "b" {
  default = var.a
}
