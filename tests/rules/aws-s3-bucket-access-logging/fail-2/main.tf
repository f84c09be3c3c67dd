resource "aws_s3_bucket" "this" {
  bucket = "harbour-exports"
}

resource "aws_s3_bucket" "other" {
  bucket = "harbour-other"
}

resource "aws_s3_bucket_logging" "this" {
  bucket        = aws_s3_bucket.other.id
  target_bucket = "harbour-logs"
  target_prefix = "exports/"
}
