variable "a" {
  type = strng
}

variable "a" {
}

output "x" {
}

locals {
  l = 1
  l = 2
}
