run "a" {
  plan_options {
    replace = terraform_data.x
    target = [1]
  }
}
run "b" {
  plan_options {
    target = ["terraform_data.x"]
    replace = [module.x, data.a.b, local.x]
  }
}
