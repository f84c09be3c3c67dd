run "a" {
  command = plan
  expect_failures = [var.size, var.size]
}
