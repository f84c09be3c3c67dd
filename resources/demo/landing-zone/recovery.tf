resource "azurerm_resource_group" "recovery" {
  name     = "${local.name}-recovery"
  location = "westeurope"
  tags     = local.tags
}

resource "azurerm_storage_account" "recovery" {
  name                     = "harbourrecovery"
  resource_group_name      = azurerm_resource_group.recovery.name
  location                 = azurerm_resource_group.recovery.location
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = local.tags

  https_traffic_only_enabled      = false
  min_tls_version                 = "TLS1_2"
  public_network_access_enabled   = true
  allow_nested_items_to_be_public = false
}

resource "azurerm_virtual_network" "recovery" {
  name                = "${local.name}-recovery"
  resource_group_name = azurerm_resource_group.recovery.name
  location            = azurerm_resource_group.recovery.location
  address_space       = ["10.30.0.0/16"]
  tags                = local.tags
}

resource "azurerm_network_security_group" "recovery" {
  name                = "${local.name}-recovery"
  resource_group_name = azurerm_resource_group.recovery.name
  location            = azurerm_resource_group.recovery.location
  tags                = local.tags
}

resource "azurerm_key_vault" "recovery" {
  name                     = "harbour-recovery"
  resource_group_name      = azurerm_resource_group.recovery.name
  location                 = azurerm_resource_group.recovery.location
  tenant_id                = data.azurerm_client_config.current.tenant_id
  sku_name                 = "standard"
  purge_protection_enabled = false
  tags                     = local.tags
}

data "azurerm_client_config" "current" {}
