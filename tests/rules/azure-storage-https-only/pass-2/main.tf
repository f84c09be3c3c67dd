resource "azurerm_storage_account" "exports" {
  name                     = "harbourexports"
  resource_group_name      = "data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}
