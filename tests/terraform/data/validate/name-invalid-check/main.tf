check "a b" {
  assert {
    condition     = var.x == 1
    error_message = "x"
  }
}

variable "x" {
}
