# One setting for each of several groups, through a map of ids.
resource "azurerm_network_security_group" "tier" {
  for_each            = toset(["web", "data"])
  name                = each.key
  location            = "westeurope"
  resource_group_name = "harbour"
}

locals {
  targets = { for name, group in azurerm_network_security_group.tier : name => group.id }
}

module "diagnostics" {
  source   = "./diagnostics"
  for_each = local.targets
  target   = each.value
}
