override_resource {
  target = "terraform_data.x"
}
override_data {
  target = var.x
}
override_module {
  target = module
}
override_resource {
  target = terraform_data.x.input
}
override_resource {
  target = upper("x")
}
run "a" {
}
