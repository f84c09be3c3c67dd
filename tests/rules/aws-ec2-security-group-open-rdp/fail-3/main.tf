resource "aws_security_group" "desktop" {
  name        = "desktop"
  description = "Desktops"

  vpc_id = "vpc-1"
}
resource "aws_vpc_security_group_ingress_rule" "rdp" {
  security_group_id = aws_security_group.desktop.id
  ip_protocol       = "tcp"
  from_port         = 3389
  to_port           = 3389
  cidr_ipv4         = "0.0.0.0/0"
}
