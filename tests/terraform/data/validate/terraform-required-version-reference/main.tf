terraform {
  required_version = var.x
}
