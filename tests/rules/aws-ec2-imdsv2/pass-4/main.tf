resource "aws_launch_template" "nodes" {
  name_prefix = "nodes-"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}
resource "aws_instance" "this" {
  launch_template {
    id = aws_launch_template.nodes.id
  }
}
