resource "terraform_data" "x" {
  input = data.terraform_remote_state.net.outputs
}
