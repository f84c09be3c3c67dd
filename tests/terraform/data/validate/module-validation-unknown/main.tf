variable "n" {
}

module "m" {
  source = "./m"
  x      = var.n
}
