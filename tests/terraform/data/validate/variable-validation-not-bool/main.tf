variable "a" {
  validation {
    condition     = "${var.a}x" == 1 ? "a" : "b"
    error_message = "x"
  }
}
