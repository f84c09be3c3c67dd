variable "non_root" {
  type = bool
}

resource "kubernetes_pod" "shop" {
  metadata {
    name = "shop"
  }

  spec {
    security_context {
      run_as_non_root = var.non_root
    }

    container {
      name  = "web"
      image = "registry.example/web:2.0.0"
    }
  }
}
