provider "terraform" {
}
run "a" {
  providers = {
    terraform = terraform
    terraform = terraform
  }
}
