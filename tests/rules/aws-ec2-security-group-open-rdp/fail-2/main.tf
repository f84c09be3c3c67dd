resource "aws_security_group" "desktop" {
  name        = "desktop"
  description = "Desktops"

  ingress {
    description      = "RDP"
    protocol         = "tcp"
    from_port        = 3000
    to_port          = 4000
    ipv6_cidr_blocks = ["::/0"]
  }
}
