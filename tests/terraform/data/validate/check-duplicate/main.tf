check "health" {
  assert {
    condition     = true
    error_message = "x"
  }
}

check "health" {
  assert {
    condition     = true
    error_message = "x"
  }
}
