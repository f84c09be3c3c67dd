run "a" {
  providers = {
    terraform = 3
  }
}
