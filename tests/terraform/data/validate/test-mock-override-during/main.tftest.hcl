mock_provider "terraform" {
  override_during = "plan"
  mock_resource "a" {
    override_during = destroy
  }
  override_resource {
    target = terraform_data.x
    override_during = 3
  }
}
override_module {
  target = module.x
  override_during = refresh
}
run "a" {
}
