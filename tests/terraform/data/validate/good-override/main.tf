resource "terraform_data" "a" {
  input = 3
}

locals {
  x = 1
}

variable "v" {
  type = string
}
