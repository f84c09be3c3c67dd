run "a" {
  command = apply
  expect_failures = [var.size, check.c, output.o, terraform_data.x]
}
