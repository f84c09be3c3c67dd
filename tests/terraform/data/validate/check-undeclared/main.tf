check "health" {
  assert {
    condition     = var.gone == 1
    error_message = "x"
  }
}
