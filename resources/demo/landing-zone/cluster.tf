resource "aws_eks_cluster" "platform" {
  name     = local.name
  role_arn = aws_iam_role.cluster.arn
  version  = "1.31"
  tags     = local.tags

  enabled_cluster_log_types = ["api", "audit"]

  vpc_config {
    subnet_ids              = module.network.private_subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = true
    public_access_cidrs     = ["0.0.0.0/0"]
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.storage.arn
    }
  }
}

resource "aws_launch_template" "nodes" {
  name_prefix = "${local.name}-nodes-"
  tags        = local.tags

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
}

resource "aws_eks_node_group" "general" {
  cluster_name    = aws_eks_cluster.platform.name
  node_group_name = "general"
  node_role_arn   = aws_iam_role.nodes.arn
  subnet_ids      = module.network.private_subnet_ids
  tags            = local.tags

  launch_template {
    id      = aws_launch_template.nodes.id
    version = aws_launch_template.nodes.latest_version
  }

  scaling_config {
    desired_size = 3
    min_size     = 3
    max_size     = 9
  }
}

resource "aws_iam_openid_connect_provider" "platform" {
  url             = aws_eks_cluster.platform.identity[0].oidc[0].issuer
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = []
  tags            = local.tags
}

module "exporter_role" {
  source = "./modules/irsa-role"

  name            = "${local.name}-exporter"
  provider_arn    = aws_iam_openid_connect_provider.platform.arn
  issuer          = replace(aws_iam_openid_connect_provider.platform.url, "https://", "")
  namespace       = "finance"
  service_account = "exporter"
  tags            = local.tags
}

# Written by hand before the module existed.
resource "aws_iam_role" "ingress_controller" {
  name = "${local.name}-ingress-controller"
  tags = local.tags

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.platform.arn }
    }]
  })
}

resource "aws_iam_role" "cluster" {
  name = "${local.name}-cluster"
  tags = local.tags

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "eks.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role" "nodes" {
  name = "${local.name}-nodes"
  tags = local.tags

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "nodes" {
  for_each = toset([
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKS_CNI_Policy",
    "AmazonEC2ContainerRegistryReadOnly",
  ])

  role       = aws_iam_role.nodes.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}
