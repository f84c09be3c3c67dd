# In a module that is given a provider with default tags.
provider "aws" {
  alias  = "west"
  region = "eu-west-1"

  default_tags {
    tags = {
      Owner      = "platform"
      CostCenter = "4711"
    }
  }
}

module "network" {
  source = "./network"

  providers = {
    aws = aws.west
  }
}

resource "aws_autoscaling_group" "workers" {
  max_size = 3
  min_size = 1

  tag {
    key                 = "Owner"
    value               = "platform"
    propagate_at_launch = true
  }

  tag {
    key                 = "CostCenter"
    value               = "4711"
    propagate_at_launch = true
  }
}
