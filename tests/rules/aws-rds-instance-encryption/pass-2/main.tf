variable "encrypt" {
  type    = bool
  default = true
}

resource "aws_db_instance" "this" {
  identifier        = "orders"
  storage_encrypted = var.encrypt
}

resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  replicate_source_db = aws_db_instance.this.identifier
}
