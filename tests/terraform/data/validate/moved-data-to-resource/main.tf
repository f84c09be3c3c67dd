moved {
  from = data.terraform_remote_state.a
  to   = terraform_data.b
}
