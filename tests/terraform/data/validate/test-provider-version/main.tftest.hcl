provider "terraform" {
  version = "1.0.0"
}
run "a" {
}
