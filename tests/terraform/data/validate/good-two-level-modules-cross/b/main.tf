variable "in" {
}

resource "terraform_data" "x" {
  input = var.in
}
