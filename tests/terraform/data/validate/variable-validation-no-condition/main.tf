variable "a" {
  validation {
    error_message = "Too short."
  }
}
