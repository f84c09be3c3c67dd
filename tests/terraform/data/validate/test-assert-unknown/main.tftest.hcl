run "a" {
  assert {
    condition = var.size > 1
    error_message = "x"
    mesage = 1
    b {
    }
  }
}
