resource "kubernetes_pod" "orders" {
  metadata {
    name = "orders"
  }

  spec {
    init_container {
      name  = "init"
      image = "busybox:1"

      security_context {
        privileged = true
      }
    }

    container {
      name  = "orders"
      image = "registry.harbour.example/shop/orders:4.2.0"

    }
  }
}
