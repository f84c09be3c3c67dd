resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
}

resource "aws_s3_bucket_logging" "artifacts" {
  bucket        = "harbour-artifacts"
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "artifacts/"
}
