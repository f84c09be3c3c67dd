resource "kubernetes_namespace_v1" "finance" {
  metadata {
    name = "finance"

    labels = {
      "pod-security.kubernetes.io/enforce" = "restricted"
    }
  }
}

resource "kubernetes_namespace_v1" "observability" {
  metadata {
    name = "observability"
  }
}

resource "kubernetes_network_policy_v1" "finance" {
  metadata {
    name      = "default-deny"
    namespace = kubernetes_namespace_v1.finance.metadata[0].name
  }

  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
  }
}

resource "kubernetes_deployment_v1" "exporter" {
  metadata {
    name      = "exporter"
    namespace = kubernetes_namespace_v1.finance.metadata[0].name
  }

  spec {
    replicas = 2

    selector {
      match_labels = { app = "exporter" }
    }

    template {
      metadata {
        labels = { app = "exporter" }
      }

      spec {
        service_account_name            = "exporter"
        automount_service_account_token = false

        security_context {
          run_as_non_root = true
          run_as_user     = 10001

          seccomp_profile {
            type = "RuntimeDefault"
          }
        }

        container {
          name  = "exporter"
          image = "registry.harbour.example/finance/exporter:2.4.1"

          security_context {
            allow_privilege_escalation = false
            read_only_root_filesystem  = true

            capabilities {
              drop = ["ALL"]
            }
          }

          resources {
            requests = { cpu = "100m", memory = "128Mi" }
            limits   = { cpu = "500m", memory = "256Mi" }
          }
        }
      }
    }
  }
}

# The node agent needs the host; how much of it was never looked at.
resource "kubernetes_daemon_set_v1" "node_agent" {
  metadata {
    name      = "node-agent"
    namespace = kubernetes_namespace_v1.observability.metadata[0].name
  }

  spec {
    selector {
      match_labels = { app = "node-agent" }
    }

    template {
      metadata {
        labels = { app = "node-agent" }
      }

      spec {
        host_network = true
        host_pid     = true

        container {
          name  = "agent"
          image = "registry.harbour.example/observability/node-agent:latest"

          security_context {
            privileged = true
          }

          volume_mount {
            name       = "root"
            mount_path = "/host"
          }
        }

        volume {
          name = "root"

          host_path {
            path = "/"
          }
        }
      }
    }
  }
}
