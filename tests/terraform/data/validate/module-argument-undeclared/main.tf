module "m" {
  source = "./m"
  x      = var.gone
}
