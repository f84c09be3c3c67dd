run "a" {
  plan_options {
  }
  plan_options {
  }
}
