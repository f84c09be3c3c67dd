run "a" {
  state_key = var.size
}
