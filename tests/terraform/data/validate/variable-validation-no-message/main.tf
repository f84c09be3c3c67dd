variable "a" {
  validation {
    condition = length(var.a) > 1
  }
}
