variable "region" {
}

resource "terraform_data" "x" {
  input = var.regoin
}
