resource "azurerm_log_analytics_workspace" "platform" {
  name                = "platform"
  resource_group_name = "platform"
  location            = "westeurope"
}
resource "azurerm_monitor_metric_alert" "heartbeat" {
  name   = "heartbeat"
  scopes = [azurerm_log_analytics_workspace.platform.id]
}
