resource "aws_s3_bucket" "b" {
  bucket = "x-${var.name}" # name
  tags = { a = 1, "b" : [for k, v in x : k if v != null] }

  dynamic "rule" {
    for_each = local.r[*].id
    content { x = rule.value }
  }
}
