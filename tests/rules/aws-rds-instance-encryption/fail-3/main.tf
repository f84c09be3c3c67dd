locals {
  encryption = { staging = false, production = true }
}

resource "aws_db_instance" "this" {
  identifier        = "orders"
  storage_encrypted = local.encryption["staging"]
}
