resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  replicate_source_db = "orders"
}
