mock_provider "terraform" {
  region = 1
  mock_thing "x" {
  }
}
run "a" {
}
