run "a" {
  state_key = []
}
