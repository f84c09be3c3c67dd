variable "things" {
  type = map(string)
}

resource "terraform_data" "x" {
  for_each = { for k, v in var.things : k => v if v != "" }
  input    = each.value
}

output "first" {
  value = one(values(terraform_data.x)[*].id)
}
