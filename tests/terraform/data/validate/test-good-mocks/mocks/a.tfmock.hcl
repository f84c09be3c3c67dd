mock_resource "aws_x" {
  defaults = { a = 1 }
}
mock_data "aws_y" {}
override_resource {
  target = aws_x.z
}
