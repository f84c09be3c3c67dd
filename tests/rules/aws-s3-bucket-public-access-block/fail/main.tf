# Two buckets from one module; only one of them is protected.
module "exports" {
  source = "./bucket"
  name   = "harbour-exports"
}

module "imports" {
  source = "./bucket"
  name   = "harbour-imports"
}

resource "aws_s3_bucket_public_access_block" "exports" {
  bucket                  = module.exports.bucket.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
