provider "terraform" {
  region = "x"
}
