resource "aws_lb" "public" {
  name               = "public"
  load_balancer_type = "application"
  internal           = true
  subnets            = ["subnet-1", "subnet-2"]
}
