override_resource {
  target = terraform_data.x
  values = { a = var.size }
}
override_data {
  target = data.a.b
  values = 3
}
override_module {
  target = module.a
  outputs = []
}
run "a" {
}
