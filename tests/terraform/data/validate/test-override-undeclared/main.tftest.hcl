override_resource {
  target = terraform_data.none
}
override_module {
  target = module.none
}
run "a" {
}
