resource "aws_config_configuration_recorder" "this" {
  name     = "account"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    all_supported                 = true
    include_global_resource_types = false
  }
}
