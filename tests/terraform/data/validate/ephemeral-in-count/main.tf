variable "t" {
  type      = number
  ephemeral = true
}

resource "terraform_data" "x" {
  count = var.t
}
