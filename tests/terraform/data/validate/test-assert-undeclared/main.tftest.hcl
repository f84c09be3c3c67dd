run "a" {
  assert {
    condition = var.none > 1 && terraform_data.none.id != "" && local.none && module.none.x && run.none.x && output.none
    error_message = "x"
  }
}
