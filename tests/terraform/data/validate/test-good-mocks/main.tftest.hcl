mock_provider "terraform" {
  override_during = plan
  mock_resource "terraform_data" {
    defaults = { id = "a" }
    override_during = apply
  }
  mock_data "terraform_remote_state" {
    defaults = {}
  }
  override_resource {
    target = terraform_data.x
    values = { id = "b" }
    override_during = plan
  }
  override_data {
    target = data.terraform_remote_state.s
  }
}
mock_provider "aws" {
  alias  = "second"
  source = "./mocks"
}
override_resource {
  target = terraform_data.x
}
override_data {
  target = data.terraform_remote_state.s
  values = {}
}
override_module {
  target  = module.none
  outputs = {}
}
run "a" {
  override_resource {
    target = terraform_data.x
  }
}
