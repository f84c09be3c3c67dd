resource "aws_cloudtrail" "account" {
  name                       = local.name
  s3_bucket_name             = module.access_logs.bucket_id
  is_multi_region_trail      = true
  enable_log_file_validation = false
  kms_key_id                 = aws_kms_key.storage.arn
  tags                       = local.tags
}

resource "aws_config_configuration_recorder" "account" {
  name     = local.name
  role_arn = aws_iam_role.config.arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "account" {
  name           = local.name
  s3_bucket_name = module.access_logs.bucket_id
  depends_on     = [aws_config_configuration_recorder.account]
}

resource "aws_config_configuration_recorder_status" "account" {
  name       = aws_config_configuration_recorder.account.name
  is_enabled = true
  depends_on = [aws_config_delivery_channel.account]
}

resource "aws_iam_role" "config" {
  name = "${local.name}-config"
  tags = local.tags

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "config.amazonaws.com" }
    }]
  })
}
