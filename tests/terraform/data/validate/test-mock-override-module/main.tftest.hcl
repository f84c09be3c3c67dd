mock_provider "terraform" {
  override_module {
    target = module.x
  }
}
run "a" {
}
