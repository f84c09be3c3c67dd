resource "aws_lb" "inspection" {
  name               = "inspection"
  load_balancer_type = "gateway"
}
