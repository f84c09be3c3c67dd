resource "kubernetes_namespace" "team" { # finding
  for_each = toset(["red", "blue"])

  metadata {
    name = each.key
  }
}
