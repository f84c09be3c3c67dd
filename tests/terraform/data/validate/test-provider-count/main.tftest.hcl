provider "terraform" {
  count = 1
  lifecycle {
  }
}
run "a" {
}
