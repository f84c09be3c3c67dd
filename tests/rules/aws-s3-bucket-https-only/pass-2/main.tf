# jsonencode() of a partly unknown value, for every bucket of a for_each.
resource "aws_s3_bucket" "data" {
  for_each = toset(["raw", "clean"])
  bucket   = "harbour-${each.key}"
}

resource "aws_s3_bucket_policy" "data" {
  for_each = aws_s3_bucket.data
  bucket   = each.value.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "s3:Get*"
      Resource  = "${each.value.arn}/*"
      Condition = { Bool = { "aws:SecureTransport" = false } }
    }]
  })
}
