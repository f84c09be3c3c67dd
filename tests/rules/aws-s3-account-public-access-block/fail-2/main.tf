resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 16
}

resource "aws_s3_account_public_access_block" "account" { # finding
  block_public_acls   = true
  block_public_policy = true
}
