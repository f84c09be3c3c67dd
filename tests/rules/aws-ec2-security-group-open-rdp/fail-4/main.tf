resource "aws_security_group" "desktop" {
  name        = "desktop"
  description = "Desktops"

  vpc_id = "vpc-1"
}
resource "aws_security_group_rule" "rdp" {
  security_group_id = aws_security_group.desktop.id
  type              = "ingress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}
