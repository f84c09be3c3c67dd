# A module: the account belongs to whoever calls it.
variable "name" {
  type = string
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}
