resource "aws_rds_cluster" "this" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"

  storage_encrypted = false
}
