check "health" {
  data "terraform_remote_state" "a" {
    backend = "local"
  }
  assert {
    condition     = true
    error_message = "x"
  }
}

output "o" {
  value = data.terraform_remote_state.a.outputs
}
