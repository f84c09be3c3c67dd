variable "s" {
  type      = set(string)
  sensitive = true
}

module "m" {
  source   = "./m"
  for_each = var.s
}
