resource "kubernetes_deployment_v1" "orders" {
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
        annotations = {
          "container.apparmor.security.beta.kubernetes.io/orders" = "runtime/default"
        }
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
