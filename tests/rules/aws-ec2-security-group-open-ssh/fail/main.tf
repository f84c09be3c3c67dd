# A range that contains 22, from everywhere in IPv6, through a dynamic block over a local.
locals {
  openings = {
    web   = { from = 443, to = 443, v4 = ["0.0.0.0/0"], v6 = ["::/0"] }
    tools = { from = 20, to = 30, v4 = [], v6 = ["::/0"] }
  }
}

resource "aws_security_group" "bastion" {
  name = "bastion"

  dynamic "ingress" { # finding
    for_each = local.openings

    content {
      description      = ingress.key
      from_port        = ingress.value.from
      to_port          = ingress.value.to
      protocol         = "tcp"
      cidr_blocks      = ingress.value.v4
      ipv6_cidr_blocks = ingress.value.v6
    }
  }
}
