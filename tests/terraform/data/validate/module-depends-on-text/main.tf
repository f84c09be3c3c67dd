module "m" {
  source     = "./m"
  depends_on = ["x"]
}
