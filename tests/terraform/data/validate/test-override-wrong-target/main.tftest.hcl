override_resource {
  target = module.x
}
override_resource {
  target = data.a.b
}
override_data {
  target = terraform_data.x
}
override_data {
  target = module.x
}
override_module {
  target = terraform_data.x
}
run "a" {
}
