resource "terraform_data" "a" {
  input = 3
}

check "health" {
  data "terraform_remote_state" "s" {
    backend = "local"
  }
  assert {
    condition     = terraform_data.a.output == 3
    error_message = "Output is ${terraform_data.a.output}."
  }
  assert {
    condition     = data.terraform_remote_state.s.outputs != null
    error_message = "No outputs."
  }
}
