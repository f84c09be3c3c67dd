mock_provider "terraform" {
  mock_resource {
  }
  mock_data "a" "b" {
  }
}
run "a" {
}
