override_resource {
  target = terraform_data.x
  outputs = {}
}
override_module {
  target = module.x
  values = {}
  b {
  }
}
run "a" {
}
