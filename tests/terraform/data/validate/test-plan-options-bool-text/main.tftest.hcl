run "a" {
  plan_options {
    refresh = "false"
    mode = refresh-only
  }
}
