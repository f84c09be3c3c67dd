run "a" {
  expect_failures = [local.x]
}
run "b" {
  comand = 1
}
