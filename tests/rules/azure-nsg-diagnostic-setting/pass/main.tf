resource "azurerm_network_security_group" "web" {
  name                = "web"
  location            = "westeurope"
  resource_group_name = "harbour"
}

resource "azurerm_monitor_diagnostic_setting" "web" {
  name                       = "to-workspace"
  target_resource_id         = azurerm_network_security_group.web.id
  log_analytics_workspace_id = "/subscriptions/0/workspaces/central"

  enabled_log {
    category_group = "allLogs"
  }
}
