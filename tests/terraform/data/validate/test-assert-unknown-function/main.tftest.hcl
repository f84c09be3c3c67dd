run "a" {
  assert {
    condition = nofunction(var.size)
    error_message = "x"
  }
}
