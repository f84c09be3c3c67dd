locals {
  copies = ["arn:aws:backup:eu-west-1:111122223333:backup-vault:recovery"]
}

resource "aws_backup_plan" "this" {
  name = "shared"

  rule {
    rule_name         = "nightly"
    target_vault_name = "shared"
    schedule          = "cron(0 3 * * ? *)"

    dynamic "copy_action" {
      for_each = local.copies

      content {
        destination_vault_arn = copy_action.value
      }
    }
  }
}
