resource "kubernetes_daemonset" "orders" {
  metadata {
    name      = "orders"
    namespace = "shop"
  }

  spec {

    selector {
      match_labels = { app = "orders" }
    }

    template {
      metadata {
        labels = { app = "orders" }

      }

      spec {

        container {
          name  = "orders"
          image = "registry.harbour.example/shop/orders:4.2.0"
          security_context {
            privileged = true
          }
        }
      }
    }
  }
}
