resource "kubernetes_stateful_set" "orders" {
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
        security_context {
          seccomp_profile {
            type = "Unconfined"
          }
        }
        container {
          name  = "orders"
          image = "registry.harbour.example/shop/orders:4.2.0"

        }
      }
    }
  }
}
