resource "aws_rds_cluster_instance" "this" {
  identifier          = "orders"
  monitoring_interval = "5"
}
