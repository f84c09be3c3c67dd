resource "kubernetes_namespace" "shop" {
  metadata {
    name = "shop"
  }
}

resource "kubernetes_network_policy" "shop" {
  metadata {
    name      = "default-deny"
    namespace = kubernetes_namespace.shop.metadata[0].name
  }

  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
  }
}
