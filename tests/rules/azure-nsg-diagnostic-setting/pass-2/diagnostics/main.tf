variable "target" {
  type = string
}

resource "azurerm_monitor_diagnostic_setting" "this" {
  name                       = "to-workspace"
  target_resource_id         = var.target
  log_analytics_workspace_id = "/subscriptions/0/workspaces/central"

  enabled_log {
    category_group = "allLogs"
  }
}
