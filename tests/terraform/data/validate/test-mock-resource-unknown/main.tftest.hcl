mock_provider "terraform" {
  mock_resource "a" {
    default = {}
    b {
    }
  }
}
run "a" {
}
