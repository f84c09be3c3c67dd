locals {
  one = 1
}

check "health" {
  assert {
    condition     = local.one > 2
    error_message = "Not healthy."
  }
}
