resource "aws_launch_template" "nodes" {
  name_prefix = "nodes-"
}
