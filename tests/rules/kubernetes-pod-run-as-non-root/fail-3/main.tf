# Two of three containers; the pod's setting is overridden by one of them.
resource "kubernetes_deployment" "shop" {
  metadata {
    name = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "shop"
      }
    }

    template {
      metadata {
        labels = {
          app = "shop"
        }
      }

      spec {
        init_container { # finding
          name  = "migrate"
          image = "registry.example/migrate:1.0.0"
        }

        container {
          name  = "web"
          image = "registry.example/web:2.0.0"

          security_context {
            run_as_non_root = true
          }
        }

        container {
          name  = "proxy"
          image = "registry.example/proxy:2.0.0"

          security_context {
            run_as_non_root = false # finding
          }
        }
      }
    }
  }
}
