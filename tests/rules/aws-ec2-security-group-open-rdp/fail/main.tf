resource "aws_security_group" "desktop" {
  name        = "desktop"
  description = "Desktops"

  ingress {
    description = "RDP"
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["0.0.0.0/0"]
  }
}
