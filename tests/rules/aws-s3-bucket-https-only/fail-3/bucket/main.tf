variable "name" {
  type = string
}

resource "aws_s3_bucket" "this" { # finding
  bucket = var.name
}
