variable "a" {
  validation {
    condition     = var.a != local.gone
    error_message = "x"
  }
}
