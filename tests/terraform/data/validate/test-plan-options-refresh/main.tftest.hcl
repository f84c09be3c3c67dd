run "a" {
  plan_options {
    refresh = "never"
  }
}
run "b" {
  plan_options {
    refresh = var.size
  }
}
