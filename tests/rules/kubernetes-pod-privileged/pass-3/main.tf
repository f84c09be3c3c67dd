resource "kubernetes_manifest" "orders" {
  manifest = {
    apiVersion = "apps/v1"
    kind       = "Deployment"
    metadata   = { name = "orders", namespace = "shop" }
    spec = {
      template = {
        metadata = { labels = { app = "orders" } }
        spec     = { containers = [{ name = "orders", image = "orders:1" }] }
      }
    }
  }
}
