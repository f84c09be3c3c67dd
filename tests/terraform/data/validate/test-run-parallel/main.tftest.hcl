run "b" {
  parallel = true
}
