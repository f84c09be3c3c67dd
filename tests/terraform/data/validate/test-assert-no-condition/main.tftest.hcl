run "a" {
  assert {
    error_message = "x"
  }
}
