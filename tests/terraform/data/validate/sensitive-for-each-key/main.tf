variable "secret" {
  type      = set(string)
  sensitive = true
}

resource "terraform_data" "x" {
  for_each = var.secret
}
