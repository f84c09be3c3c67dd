variable "size" {
  type = number
  validation {
    condition     = var.size > 3
    error_message = "Too small."
  }
}
