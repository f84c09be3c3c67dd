run "a" {
  plan_options {
    parallelism = 3
    block {
    }
  }
}
