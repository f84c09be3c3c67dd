# Two of a group, one setting.
resource "azurerm_network_security_group" "tier" { # finding
  count               = 2
  name                = "tier-${count.index}"
  location            = "westeurope"
  resource_group_name = "harbour"
}

resource "azurerm_monitor_diagnostic_setting" "first" {
  name                       = "to-workspace"
  target_resource_id         = azurerm_network_security_group.tier[0].id
  log_analytics_workspace_id = "/subscriptions/0/workspaces/central"
}
