# Manifests spell it in camel case: set for the pod and for the container.
resource "kubernetes_manifest" "deployment" {
  manifest = {
    apiVersion = "apps/v1"
    kind       = "Deployment"
    metadata = {
      name      = "shop"
      namespace = "shop"
    }
    spec = {
      replicas = 2
      selector = {
        matchLabels = { app = "shop" }
      }
      template = {
        metadata = {
          labels = { app = "shop" }
        }
        spec = {
          securityContext = {
            runAsNonRoot = true
          }
          containers = [
            {
              name  = "web"
              image = "registry.example/web:2.0.0"
            }
          ]
        }
      }
    }
  }
}

resource "kubernetes_manifest" "job" {
  manifest = {
    apiVersion = "batch/v1"
    kind       = "CronJob"
    metadata = {
      name = "report"
    }
    spec = {
      schedule = "0 3 * * *"
      jobTemplate = {
        spec = {
          template = {
            spec = {
              restartPolicy = "Never"
              containers = [
                {
                  name  = "report"
                  image = "registry.example/report:1.0.0"
                  securityContext = {
                    runAsNonRoot = true
                  }
                }
              ]
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_manifest" "service" {
  manifest = {
    apiVersion = "v1"
    kind       = "Service"
    metadata = {
      name = "shop"
    }
    spec = {
      ports = [{ port = 80 }]
    }
  }
}
