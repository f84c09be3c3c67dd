variable "diagnostics" {
  type = bool
}

resource "azurerm_network_security_group" "web" {
  name                = "web"
  location            = "westeurope"
  resource_group_name = "harbour"
}

resource "azurerm_monitor_diagnostic_setting" "web" {
  count                      = var.diagnostics ? 1 : 0
  name                       = "to-workspace"
  target_resource_id         = azurerm_network_security_group.web.id
  log_analytics_workspace_id = "/subscriptions/0/workspaces/central"
}
