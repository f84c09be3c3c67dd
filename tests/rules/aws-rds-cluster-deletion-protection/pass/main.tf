resource "aws_rds_cluster" "this" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"

  deletion_protection = true
}
