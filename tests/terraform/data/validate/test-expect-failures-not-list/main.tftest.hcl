run "a" {
  expect_failures = var.size
}
