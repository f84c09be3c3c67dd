run "a" {
  assert {
    condition = var == 1 || run == 3 || output == 2 || foo
    error_message = "x"
  }
}
