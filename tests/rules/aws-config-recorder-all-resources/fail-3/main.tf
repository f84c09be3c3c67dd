resource "aws_config_configuration_recorder" "this" {
  name     = "account"
  role_arn = "arn:aws:iam::111122223333:role/config"
}
