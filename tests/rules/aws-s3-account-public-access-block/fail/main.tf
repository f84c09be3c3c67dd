provider "aws" { # finding
  region = "eu-central-1"
}

resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
}
