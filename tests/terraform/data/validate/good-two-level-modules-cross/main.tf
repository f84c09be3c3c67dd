module "a" {
  source = "./a"
}

module "b" {
  source = "./b"
  in     = module.a.out
}
