run "a" {
  plan_options {
    mode = "normal"
  }
}
run "b" {
  plan_options {
    mode = destroy
  }
}
