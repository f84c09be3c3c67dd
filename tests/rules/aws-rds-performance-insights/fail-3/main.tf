resource "aws_rds_cluster_instance" "this" {
  count = 2

  identifier = "orders-${count.index}"
}
