resource "aws_db_instance" "this" {
  identifier     = "orders"
  engine         = "postgres"
  instance_class = "db.r6g.large"

  storage_encrypted = true
}
