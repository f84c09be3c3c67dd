resource "aws_kms_key" "trail" {
  enable_key_rotation = true
}

module "trail" {
  source = "./trail"
  key    = aws_kms_key.trail.arn
}
