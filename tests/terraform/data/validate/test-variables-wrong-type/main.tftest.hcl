run "a" {
  variables {
    size = []
  }
}
