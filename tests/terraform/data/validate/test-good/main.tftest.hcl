variables {
  size = 3
}
provider "terraform" {}
run "first" {
  command = plan
  plan_options {
    mode    = normal
    refresh = true
    replace = [terraform_data.x]
    target  = [terraform_data.x, module.none]
  }
  variables {
    size = var.size + 1
  }
  assert {
    condition     = terraform_data.x.input == 3
    error_message = "wrong"
  }
}
run "second" {
  command = apply
  state_key = "other"
  variables {
    size = run.first.o
  }
  providers = {
    terraform = terraform
  }
  assert {
    condition     = run.first.o == output.o && check.c != null
    error_message = "wrong ${var.size}"
  }
  expect_failures = [var.size, output.o, check.c, terraform_data.x, data.terraform_remote_state.s]
}
run "third" {
  module {
    source = "./other"
  }
}
