provider "terraform" {
}
provider "terraform" {
}
mock_provider "terraform" {
}
mock_provider "terraform" {
  alias = "a"
}
mock_provider "terraform" {
  alias = "a"
}
run "a" {
}
