mock_provider "terraform" {
  mock_resource "a" {
  }
  mock_resource "a" {
  }
  mock_data "a" {
  }
  mock_data "a" {
  }
}
run "a" {
}
