resource "kubernetes_namespace" "shop" { # finding
  metadata {
    name = "shop"
  }
}

resource "kubernetes_network_policy" "other" {
  metadata {
    name      = "default-deny"
    namespace = "jobs"
  }

  spec {
    pod_selector {}
    policy_types = ["Ingress"]
  }
}
