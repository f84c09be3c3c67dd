override_data {
  target = data.a.none
}
override_resource {
  target = terraform_data.x[0]
}
override_resource {
  target = module.none.a.b
}
mock_provider "terraform" {
  override_resource {
    target = terraform_data.none
  }
}
run "a" {
  override_resource {
    target = terraform_data.none
  }
}
run "b" {
  module {
    source = "./other"
  }
  override_module {
    target = module.none
  }
  override_resource {
    target = terraform_data.x
  }
  expect_failures = [output.v, local.x]
}
