# One tag from the provider, one from a local that is merged in.
provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = {
      Owner = "platform"
    }
  }
}

locals {
  common = { CostCenter = "4711" }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = merge(local.common, { Name = "main" })
}
