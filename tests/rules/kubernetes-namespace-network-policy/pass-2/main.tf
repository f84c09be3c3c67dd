# By the name alone, in the other resource type, and as a manifest.
resource "kubernetes_namespace_v1" "shop" {
  metadata {
    name = "shop"
  }
}

resource "kubernetes_network_policy_v1" "shop" {
  metadata {
    name      = "default-deny"
    namespace = "shop"
  }

  spec {
    pod_selector {}
    policy_types = ["Ingress"]
  }
}

resource "kubernetes_namespace" "jobs" {
  metadata {
    name = "jobs"
  }
}

resource "kubernetes_manifest" "jobs" {
  manifest = {
    apiVersion = "networking.k8s.io/v1"
    kind       = "NetworkPolicy"
    metadata = {
      name      = "default-deny"
      namespace = "jobs"
    }
    spec = {
      podSelector = {}
      policyTypes = ["Ingress"]
    }
  }
}

resource "kubernetes_namespace" "system" {
  metadata {
    name = "kube-system"
  }
}
