resource "aws_security_group" "desktop" {
  name        = "desktop"
  description = "Desktops"

  ingress {
    description = "RDP"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}
