variable "low" {
  type = number
}

variable "high" {
  type = number
  validation {
    condition     = var.high > var.low
    error_message = "high must be more than low."
  }
}
