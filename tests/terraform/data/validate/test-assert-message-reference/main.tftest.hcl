run "a" {
  assert {
    condition = var.size > 1
    error_message = "x ${var.none}"
  }
}
