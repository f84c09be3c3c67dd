run "a" {
  expect_failures = [ephemeral.a.b]
}
