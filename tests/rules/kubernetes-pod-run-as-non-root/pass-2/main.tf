# Every workload kind, set for the container.
resource "kubernetes_pod" "pod" {
  metadata {
    name = "pod"
  }

  spec {
    container {
      name  = "app"
      image = "registry.example/app:1.4.2"

      security_context {
        run_as_non_root = true
      }
    }
  }
}

resource "kubernetes_pod_v1" "pod-v1" {
  metadata {
    name = "pod-v1"
  }

  spec {
    container {
      name  = "app"
      image = "registry.example/app:1.4.2"

      security_context {
        run_as_non_root = true
      }
    }
  }
}

resource "kubernetes_deployment" "deployment" {
  metadata {
    name = "deployment"
  }

  spec {
    selector {
      match_labels = {
        app = "deployment"
      }
    }

    template {
      metadata {
        labels = {
          app = "deployment"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_deployment_v1" "deployment-v1" {
  metadata {
    name = "deployment-v1"
  }

  spec {
    selector {
      match_labels = {
        app = "deployment-v1"
      }
    }

    template {
      metadata {
        labels = {
          app = "deployment-v1"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_daemonset" "daemonset" {
  metadata {
    name = "daemonset"
  }

  spec {
    selector {
      match_labels = {
        app = "daemonset"
      }
    }

    template {
      metadata {
        labels = {
          app = "daemonset"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_daemon_set_v1" "daemon-set-v1" {
  metadata {
    name = "daemon-set-v1"
  }

  spec {
    selector {
      match_labels = {
        app = "daemon-set-v1"
      }
    }

    template {
      metadata {
        labels = {
          app = "daemon-set-v1"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_stateful_set" "stateful-set" {
  metadata {
    name = "stateful-set"
  }

  spec {
    selector {
      match_labels = {
        app = "stateful-set"
      }
    }

    template {
      metadata {
        labels = {
          app = "stateful-set"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_stateful_set_v1" "stateful-set-v1" {
  metadata {
    name = "stateful-set-v1"
  }

  spec {
    selector {
      match_labels = {
        app = "stateful-set-v1"
      }
    }

    template {
      metadata {
        labels = {
          app = "stateful-set-v1"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_job" "job" {
  metadata {
    name = "job"
  }

  spec {
    template {
      metadata {
        labels = {
          app = "job"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_job_v1" "job-v1" {
  metadata {
    name = "job-v1"
  }

  spec {
    template {
      metadata {
        labels = {
          app = "job-v1"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_replication_controller" "replication-controller" {
  metadata {
    name = "replication-controller"
  }

  spec {
    selector = {
      app = "replication-controller"
    }

    template {
      metadata {
        labels = {
          app = "replication-controller"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_replication_controller_v1" "replication-controller-v1" {
  metadata {
    name = "replication-controller-v1"
  }

  spec {
    selector = {
      app = "replication-controller-v1"
    }

    template {
      metadata {
        labels = {
          app = "replication-controller-v1"
        }
      }

      spec {
        container {
          name  = "app"
          image = "registry.example/app:1.4.2"

          security_context {
            run_as_non_root = true
          }
        }
      }
    }
  }
}

resource "kubernetes_cron_job" "cron-job" {
  metadata {
    name = "cron-job"
  }

  spec {
    schedule = "0 3 * * *"

    job_template {
      metadata {}

      spec {
        template {
          metadata {
            labels = {
              app = "cron-job"
            }
          }

          spec {
            container {
              name  = "app"
              image = "registry.example/app:1.4.2"

              security_context {
                run_as_non_root = true
              }
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_cron_job_v1" "cron-job-v1" {
  metadata {
    name = "cron-job-v1"
  }

  spec {
    schedule = "0 3 * * *"

    job_template {
      metadata {}

      spec {
        template {
          metadata {
            labels = {
              app = "cron-job-v1"
            }
          }

          spec {
            container {
              name  = "app"
              image = "registry.example/app:1.4.2"

              security_context {
                run_as_non_root = true
              }
            }
          }
        }
      }
    }
  }
}
