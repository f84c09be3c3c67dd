run "a" {
  assert "x" {
    condition = var.size > 1
    error_message = "x"
  }
}
