resource "azurerm_virtual_network" "platform" {
  name                = "platform"
  resource_group_name = "platform"
  location            = "westeurope"
  address_space       = ["10.30.0.0/16"]
}
