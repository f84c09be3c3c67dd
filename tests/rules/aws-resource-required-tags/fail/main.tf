provider "aws" {
  default_tags {
    tags = {
      Owner = "platform"
    }
  }
}

provider "aws" {
  alias = "plain"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "main", CostCenter = "" } # finding
}

resource "aws_kms_key" "main" { # finding
  provider = aws.plain
}
