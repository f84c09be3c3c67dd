module "m" {
  source = "./m"
  nam    = "x"
}
