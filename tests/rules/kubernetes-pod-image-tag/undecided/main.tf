variable "tag" {
  type = string
}

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

      }

      spec {

        container {
          name  = "orders"
          image = "nginx:${var.tag}"

        }
      }
    }
  }
}
