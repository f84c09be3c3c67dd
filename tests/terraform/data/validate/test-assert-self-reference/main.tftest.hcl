run "a" {
  assert {
    condition     = run.a.o == 1 && self.x && each.key && count.index == 0 && path.module != "" && terraform.workspace == ""
    error_message = "x"
  }
}
