variable "token" {
  type      = string
  ephemeral = true
}

resource "terraform_data" "x" {
  input = var.token
}
