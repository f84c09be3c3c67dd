module "deep" {
  source = "../deep"
  wrong  = 1
}
