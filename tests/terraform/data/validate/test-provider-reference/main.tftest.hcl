provider "terraform" {
  x = local.a
}
run "a" {
}
