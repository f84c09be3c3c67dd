resource "azurerm_subnet" "data" {
  name                 = "data"
  resource_group_name  = "platform"
  virtual_network_name = "platform"
  address_prefixes     = ["10.30.1.0/24"]
}
resource "azurerm_subnet_network_security_group_association" "data" {
  subnet_id                 = azurerm_subnet.data.id
  network_security_group_id = "nsg-1"
}
