override_data {
  target = [data.a.b]
}
override_module {
  target = module.a
  outputs = null
}
override_resource {
  target = resource.terraform_data.x
}
override_resource {
  target = terraform_data.x["a"]
}
override_module {
  target = module.a.b
}
override_resource {
  target = terraform_data
}
run "a" {
}
