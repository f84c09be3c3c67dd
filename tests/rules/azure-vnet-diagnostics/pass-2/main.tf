resource "azurerm_virtual_network" "platform" {
  name                = "platform"
  resource_group_name = "platform"
  location            = "westeurope"
  address_space       = ["10.30.0.0/16"]
}
locals {
  watched = { network = azurerm_virtual_network.platform.id }
}

resource "azurerm_monitor_diagnostic_setting" "network" {
  for_each = local.watched

  name                       = "to-workspace"
  target_resource_id         = each.value
  log_analytics_workspace_id = "workspace-1"

  enabled_log {
    category = "VMProtectionAlerts"
  }
}
