resource "aws_s3_bucket" "this" {
  bucket = "harbour-exports"
}

output "id" {
  value = aws_s3_bucket.this.id
}
