module "m" {
  source = "./m"
}

output "x" {
  value = module.m
}

output "y" {
  value = module.m.a.b.c
}
