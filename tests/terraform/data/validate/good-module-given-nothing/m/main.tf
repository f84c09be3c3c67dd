variable "create" {
  type = bool
}

variable "names" {
  type = list(string)
}

variable "label" {
  type    = string
  default = ""
}

locals {
  all = coalescelist(var.names, [])
}

resource "terraform_data" "a" {
  count = var.create ? 1 : 0

  input = {
    first = element(var.names, 0)
    label = coalesce(var.label, "")
  }
}

output "first" {
  value = one(terraform_data.a[*].output)
}
