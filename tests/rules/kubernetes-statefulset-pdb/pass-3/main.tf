resource "kubernetes_stateful_set_v1" "orders" {
  metadata {
    name      = "orders"
    namespace = "shop"
  }

  spec {
    replicas = 2

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
resource "kubernetes_pod_disruption_budget" "orders" {
  metadata {
    name      = "orders"
    namespace = "shop"
  }

  spec {
    max_unavailable = "1"

    selector {
      match_labels = { app = "orders" }
    }
  }
}
