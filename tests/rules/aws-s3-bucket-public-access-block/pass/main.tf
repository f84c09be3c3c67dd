# The bucket is reached through an output of the module that makes it.
module "exports" {
  source = "./bucket"
  name   = "harbour-exports"
}

resource "aws_s3_bucket_public_access_block" "exports" {
  bucket = module.exports.bucket.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
