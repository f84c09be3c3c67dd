run "a" {
  assert {
    condition = [var.size]
    error_message = 3
  }
}
