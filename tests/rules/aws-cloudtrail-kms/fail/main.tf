resource "aws_cloudtrail" "this" {
  name           = "account"
  s3_bucket_name = "trail"
}
