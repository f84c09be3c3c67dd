mock_provider "terraform" {
  source = "./none"
}
run "a" {
}
