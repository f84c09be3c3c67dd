resource "terraform_data" "a" {
}

variable "s" {
  sensitive = true
}

import {
  to = terraform_data.a
  id = var.s
}
