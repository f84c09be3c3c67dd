resource "terraform_data" "a" {
  input = 4
}

locals {
  x = 2
}

variable "v" {
  default = "d"
}
