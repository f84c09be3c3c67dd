resource "kubernetes_stateful_set_v1" "orders" {
  metadata {
    name      = "orders"
    namespace = "shop"
  }

  spec {
    replicas = 3

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

        }
      }
    }
  }
}
