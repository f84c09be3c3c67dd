resource "aws_s3_bucket" "this" {
  bucket = "harbour-exports"
}

resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
}

resource "aws_s3_bucket_logging" "this" {
  bucket        = aws_s3_bucket.this.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "exports/"
}
