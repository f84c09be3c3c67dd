check "health" {
  assert {
    condition     = 1 > 2
    error_message = "Not healthy."
  }
}
