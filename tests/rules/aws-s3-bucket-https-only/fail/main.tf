resource "aws_s3_bucket" "logs" { # finding
  bucket = "harbour-logs"
}
