resource "aws_s3_bucket" "this" {
  bucket = "harbour-exports"

  logging {
    target_bucket = "harbour-logs"
  }
}
