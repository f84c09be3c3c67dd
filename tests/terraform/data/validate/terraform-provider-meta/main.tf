terraform {
  provider_meta "terraform" {
    x = 1
  }
  provider_meta "terraform" {
    x = 2
  }
}
