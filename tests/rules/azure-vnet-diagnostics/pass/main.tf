resource "azurerm_virtual_network" "platform" {
  name                = "platform"
  resource_group_name = "platform"
  location            = "westeurope"
  address_space       = ["10.30.0.0/16"]
}
resource "azurerm_monitor_diagnostic_setting" "network" {
  name                       = "to-workspace"
  target_resource_id         = azurerm_virtual_network.platform.id
  log_analytics_workspace_id = "workspace-1"

  enabled_log {
    category = "VMProtectionAlerts"
  }
}
