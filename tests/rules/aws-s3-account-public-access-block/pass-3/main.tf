# Another stack looks after the account: tfreview.yaml says so.
resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
}
