resource "azurerm_log_analytics_workspace" "platform" {
  name                = "platform"
  resource_group_name = "platform"
  location            = "westeurope"
}
resource "azurerm_monitor_scheduled_query_rules_alert_v2" "ingestion" {
  name   = "ingestion"
  scopes = [azurerm_log_analytics_workspace.platform.id]
}
