module "bucket" {
  source = "./bucket"
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = module.bucket.id

  versioning_configuration {
    status = "Enabled"
  }
}
