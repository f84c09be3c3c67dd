resource "aws_s3_bucket" "this" {
  bucket = "harbour-exports"

  versioning {
    enabled = true
  }
}
