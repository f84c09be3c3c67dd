variable "keep" {
  type = bool
}

resource "terraform_data" "x" {
  lifecycle {
    prevent_destroy = var.keep
  }
}
