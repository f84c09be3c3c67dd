run "a" {
  expect_failures = [var.none, terraform_data.none, check.none, output.none, terraform_data.x.input, terraform_data.x[0]]
}
