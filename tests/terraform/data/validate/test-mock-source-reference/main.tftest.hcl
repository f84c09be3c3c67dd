mock_provider "terraform" {
  source = var.size
}
run "a" {
}
