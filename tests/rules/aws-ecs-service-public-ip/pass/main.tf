resource "aws_ecs_service" "orders" {
  name            = "orders"
  launch_type     = "FARGATE"
  task_definition = "orders:1"

  network_configuration {
    subnets          = ["subnet-1"]
    assign_public_ip = false
  }
}
