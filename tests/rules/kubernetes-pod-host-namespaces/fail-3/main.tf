resource "kubernetes_pod" "orders" {
  metadata {
    name = "orders"
  }

  spec {
    host_ipc = true

    container {
      name  = "orders"
      image = "registry.harbour.example/shop/orders:4.2.0"

    }
  }
}
