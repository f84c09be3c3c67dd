resource "azurerm_log_analytics_workspace" "platform" {
  name                = "platform"
  resource_group_name = "platform"
  location            = "westeurope"
}
