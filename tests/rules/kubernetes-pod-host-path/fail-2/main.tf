resource "kubernetes_pod" "orders" {
  metadata {
    name = "orders"
  }

  spec {
    volume {
      name = "root"

      host_path {
        path = "/"
      }
    }

    container {
      name  = "orders"
      image = "registry.harbour.example/shop/orders:4.2.0"

    }
  }
}
