resource "azurerm_key_vault" "platform" {
  name                = "harbour-platform"
  resource_group_name = "platform"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"

  network_acls {
    default_action = "Allow"
    bypass         = "AzureServices"
  }
}
