resource "azurerm_subnet" "data" {
  name                 = "data"
  resource_group_name  = "platform"
  virtual_network_name = "platform"
  address_prefixes     = ["10.30.1.0/24"]
}
