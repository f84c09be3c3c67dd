# The bucket and its policy are in different modules.
module "bucket" {
  source = "./bucket"
  name   = "harbour-exports"
}

resource "aws_s3_bucket_policy" "exports" {
  bucket = module.bucket.name
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "*",
        "Resource": "*",
        "Condition": {"Bool": {"AWS:SecureTransport": ["false"]}}
      }
    }
  EOT
}
