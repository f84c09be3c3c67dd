variable "a" {
  validation {
    condition     = var.a != ""
    error_message = "Not ${var.gone}."
  }
}
