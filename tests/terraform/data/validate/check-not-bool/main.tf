locals {
  one = "perhaps"
}

check "health" {
  assert {
    condition     = local.one
    error_message = "Not healthy."
  }
}
