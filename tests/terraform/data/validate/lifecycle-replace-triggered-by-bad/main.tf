resource "terraform_data" "x" {
  lifecycle {
    replace_triggered_by = [var.a]
  }
}

variable "a" {
}
