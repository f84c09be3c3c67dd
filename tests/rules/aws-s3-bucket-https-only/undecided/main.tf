# The policy comes from outside and nobody knows what it says.
variable "policy" {
  type = string
}

resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.bucket
  policy = var.policy
}
