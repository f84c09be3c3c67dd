resource "azurerm_kubernetes_cluster" "platform" {
  name                 = "platform"
  resource_group_name  = "platform"
  location             = "westeurope"
  dns_prefix           = "platform"
  azure_policy_enabled = true
}
