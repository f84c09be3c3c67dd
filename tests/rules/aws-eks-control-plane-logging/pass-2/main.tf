locals {
  first = ["api", "audit", "authenticator"]
}

resource "aws_eks_cluster" "platform" {
  name     = "platform"
  role_arn = "arn:aws:iam::111122223333:role/cluster"

  enabled_cluster_log_types = concat(local.first, ["controllerManager", "scheduler"])

  vpc_config {
    subnet_ids = ["subnet-1"]
  }
}
