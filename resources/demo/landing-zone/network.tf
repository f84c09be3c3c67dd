module "network" {
  source = "./modules/network"

  name       = local.name
  cidr       = var.vpc_cidr
  zones      = ["a", "b", "c"]
  region     = var.region
  tags       = local.tags
  log_bucket = module.flow_logs.bucket_arn
}

module "flow_logs" {
  source = "./modules/log-bucket"

  name = "${local.name}-flow-logs"
  tags = local.tags
}

resource "aws_security_group" "bastion" {
  name        = "${local.name}-bastion"
  description = "SSH to the bastion"
  vpc_id      = module.network.vpc_id
  tags        = local.tags

  dynamic "ingress" {
    for_each = local.bastion_access

    content {
      description      = "SSH from ${ingress.key}"
      protocol         = "tcp"
      from_port        = ingress.value.ports[0]
      to_port          = ingress.value.ports[1]
      cidr_blocks      = ingress.value.cidr_blocks
      ipv6_cidr_blocks = ingress.value.ipv6_blocks
    }
  }

  egress {
    description = "Everything"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "bastion" {
  ami                    = data.aws_ami.bastion.id
  instance_type          = "t3.micro"
  subnet_id              = module.network.public_subnet_ids[0]
  vpc_security_group_ids = [aws_security_group.bastion.id]
  tags                   = merge(local.tags, { Name = "${local.name}-bastion" })

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }

  root_block_device {
    encrypted   = true
    volume_size = 20
  }
}

data "aws_ami" "bastion" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023*-x86_64"]
  }
}
