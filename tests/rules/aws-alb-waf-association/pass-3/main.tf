resource "aws_lb" "public" {
  name               = "public"
  load_balancer_type = "network"
  subnets            = ["subnet-1", "subnet-2"]
}
