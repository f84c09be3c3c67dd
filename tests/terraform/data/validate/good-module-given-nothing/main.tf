module "off" {
  source = "./m"
  create = false
  names  = []
}

output "first" {
  value = module.off.first
}
