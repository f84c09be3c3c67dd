run "a" {
  expect_failures = [
    local.x,
    module.m,
    run.b,
    path.module,
    each.key,
    count.index,
    self,
    terraform.workspace,
    provider.x,
  ]
}
