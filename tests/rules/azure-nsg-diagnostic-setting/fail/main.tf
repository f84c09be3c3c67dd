resource "azurerm_network_security_group" "web" { # finding
  name                = "web"
  location            = "westeurope"
  resource_group_name = "harbour"
}

resource "azurerm_virtual_network" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "harbour"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_monitor_diagnostic_setting" "network" {
  name                       = "to-workspace"
  target_resource_id         = azurerm_virtual_network.main.id
  log_analytics_workspace_id = "/subscriptions/0/workspaces/central"
}
