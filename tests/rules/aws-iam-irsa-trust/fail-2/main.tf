# The service account is bound, the audience is not.
variable "provider_arn" {
  type = string
}

variable "provider_url" {
  type = string
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.provider_url}:sub"
      values   = ["system:serviceaccount:dns:external-dns"]
    }
  }
}

resource "aws_iam_role" "dns" {
  name               = "external-dns"
  assume_role_policy = data.aws_iam_policy_document.trust.json # finding
}
