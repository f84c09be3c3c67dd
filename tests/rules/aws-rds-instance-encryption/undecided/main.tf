# Not decided: nobody said what the variable is.
variable "encrypt" {
  type = bool
}

resource "aws_db_instance" "this" {
  identifier        = "orders"
  storage_encrypted = var.encrypt
}
