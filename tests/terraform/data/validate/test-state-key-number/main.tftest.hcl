run "a" {
  state_key = 3
}
