check "c" {
  require {
  }
  assert {
    condition     = var.a == 1
    error_message = "x"
  }
}

variable "a" {
}
