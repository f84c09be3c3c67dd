locals {
  x = "m"
}

module "m" {
  source = "./${local.x}"
}
