override_resource {
  target = module.m.terraform_data.y
}
override_resource {
  target = module.m.terraform_data.none
}
override_module {
  target = module.m["a"]
}
override_module {
  target = module.m.module.n
}
run "a" {
}
