resource "aws_cloudtrail" "this" {
  name                       = "account"
  s3_bucket_name             = "trail"
  enable_log_file_validation = true
}
