run "var" {
}
run "a-b" {
  assert {
    condition     = run.var.o == 1
    error_message = "x"
  }
}
