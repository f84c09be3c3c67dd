variable "a" {
  validation {
    condition     = 1 == 1
    error_message = "Too short."
  }
}
