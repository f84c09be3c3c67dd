run "a" {
  assert {
    condition = var.size > 1
  }
}
