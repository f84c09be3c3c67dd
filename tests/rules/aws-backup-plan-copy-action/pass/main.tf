resource "aws_backup_plan" "this" {
  name = "shared"

  rule {
    rule_name         = "nightly"
    target_vault_name = "shared"
    schedule          = "cron(0 3 * * ? *)"

    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:recovery"
    }
  }
}
