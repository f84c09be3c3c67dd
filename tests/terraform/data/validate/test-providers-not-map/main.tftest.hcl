run "a" {
  providers = [terraform]
}
