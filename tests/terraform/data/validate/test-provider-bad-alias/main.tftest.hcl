provider "terraform" {
  alias = "1 x"
}
mock_provider "terraform" {
  alias = "2 x"
}
run "a" {
}
