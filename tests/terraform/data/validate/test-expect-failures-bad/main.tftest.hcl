run "a" {
  expect_failures = [var, terraform_data, check, output, foo]
}
