check "c" {
  when = 1
  assert {
    condition     = var.a == 1
    error_message = "x"
  }
}

variable "a" {
}
