resource "azurerm_kubernetes_cluster" "platform" {
  name                = "platform"
  resource_group_name = "platform"
  location            = "westeurope"
  dns_prefix          = "platform"
}
resource "azurerm_monitor_diagnostic_setting" "cluster" {
  name                       = "control-plane"
  target_resource_id         = azurerm_kubernetes_cluster.platform.id
  log_analytics_workspace_id = "workspace-1"

  log {
    category = "kube-audit"
    enabled  = false
  }
}
