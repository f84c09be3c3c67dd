variable "a" {
}

resource "terraform_data" "x" {
  input = "${var.a}"
}
