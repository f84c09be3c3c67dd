module "m" {
  source = "./m"
  size   = 1
}
