resource "kubernetes_cron_job_v1" "orders" {
  metadata {
    name = "orders"
  }

  spec {
    schedule = "0 3 * * *"

    job_template {
      metadata {}

      spec {
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
  }
}
