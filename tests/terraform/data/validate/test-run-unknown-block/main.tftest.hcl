run "a" {
  asert {
  }
}
