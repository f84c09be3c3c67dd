override_resource {
  target = terraform_data.x
}
override_resource {
  target = terraform_data.x
}
override_resource {
  target = terraform_data.x[0]
}
override_module {
  target = module.a
}
override_module {
  target = module.a
}
override_data {
  target = data.a.b
}
override_data {
  target = data.a.b
}
run "a" {
  override_resource {
    target = terraform_data.x
  }
  override_resource {
    target = terraform_data.x
  }
}
