resource "azurerm_storage_account" "exports" {
  name                     = "harbourexports"
  resource_group_name      = "data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}
resource "azurerm_private_endpoint" "exports" {
  name                = "exports"
  resource_group_name = "data"
  location            = "westeurope"
  subnet_id           = "subnet-1"

  private_service_connection {
    name                           = "exports"
    private_connection_resource_id = azurerm_storage_account.exports.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}
