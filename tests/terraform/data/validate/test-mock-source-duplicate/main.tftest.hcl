mock_provider "terraform" {
  source = "./mocks"
  mock_resource "a" {}
}
run "a" {
}
