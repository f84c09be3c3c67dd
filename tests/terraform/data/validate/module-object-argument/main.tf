module "m" {
  source = "./m"
  o      = { name = "a" }
}
