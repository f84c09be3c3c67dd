resource "aws_db_subnet_group" "shared" {
  name       = "${local.name}-shared"
  subnet_ids = module.network.private_subnet_ids
  tags       = local.tags
}

resource "aws_db_instance" "shared" {
  identifier     = "${local.name}-shared"
  engine         = "postgres"
  engine_version = "16.4"
  instance_class = "db.r6g.large"

  allocated_storage     = 200
  max_allocated_storage = 1000
  storage_encrypted     = true

  username = "platform"
  password = var.database_password

  db_subnet_group_name   = aws_db_subnet_group.shared.name
  vpc_security_group_ids = [aws_security_group.database.id]
  publicly_accessible    = false
  multi_az               = true

  backup_retention_period      = 3
  performance_insights_enabled = false
  deletion_protection          = false
  skip_final_snapshot          = true

  tags = local.tags
}

resource "aws_security_group" "database" {
  name        = "${local.name}-database"
  description = "PostgreSQL from the cluster"
  vpc_id      = module.network.vpc_id
  tags        = local.tags
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  description                  = "PostgreSQL from the nodes"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_eks_cluster.platform.vpc_config[0].cluster_security_group_id
}

resource "aws_backup_vault" "shared" {
  name        = "${local.name}-shared"
  kms_key_arn = aws_kms_key.storage.arn
  tags        = local.tags
}

resource "aws_backup_plan" "shared" {
  name = "${local.name}-shared"
  tags = local.tags

  rule {
    rule_name         = "nightly"
    target_vault_name = aws_backup_vault.shared.name
    schedule          = "cron(0 3 * * ? *)"

    lifecycle {
      delete_after = 35
    }
  }
}
