variable "t" {
  ephemeral = true
}

module "m" {
  source = "./m"
  t      = var.t
}
