locals {
  name = "harbour-${var.environment}"

  tags = {
    environment = var.environment
    service     = "landing-zone"
  }

  # Who reaches the bastion, and on which ports.
  bastion_access = {
    offices = {
      ports       = [22, 22]
      cidr_blocks = var.office_cidrs
      ipv6_blocks = []
    }
    on_call = {
      ports       = [20, 25]
      cidr_blocks = []
      ipv6_blocks = ["::/0"]
    }
  }
}
