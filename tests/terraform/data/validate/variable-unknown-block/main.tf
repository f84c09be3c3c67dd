variable "a" {
  validate {
    condition     = true
    error_message = "x"
  }
}
