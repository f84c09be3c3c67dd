module "m" {
  source = "./m"
  o      = { name = "x" }
}
