# A namespace that is a manifest counts too.
resource "kubernetes_manifest" "jobs" { # finding
  manifest = {
    apiVersion = "v1"
    kind       = "Namespace"
    metadata = {
      name = "jobs"
    }
  }
}
