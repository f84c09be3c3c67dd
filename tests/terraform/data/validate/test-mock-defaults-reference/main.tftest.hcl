mock_provider "terraform" {
  mock_resource "a" {
    defaults = { a = var.size }
  }
  mock_resource "b" {
    defaults = { a = upper("x") }
  }
  mock_resource "c" {
    defaults = 3
  }
}
run "a" {
}
