resource "aws_rds_cluster_instance" "this" {
  for_each = toset(["a", "b"])

  identifier          = each.key
  publicly_accessible = true
}
