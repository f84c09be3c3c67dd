variable "key" {
  type = string
}

resource "aws_cloudtrail" "this" {
  name           = "account"
  s3_bucket_name = "trail"
  kms_key_id     = var.key
}
