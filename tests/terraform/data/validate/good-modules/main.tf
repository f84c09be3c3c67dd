module "net" {
  source   = "./net"
  for_each = toset(["a", "b"])
  name     = each.key
}

module "one" {
  source     = "./net"
  name       = "one"
  depends_on = [module.net]
}

output "ids" {
  value = [for m in module.net : m.id]
}

output "one" {
  value = module.one.id
}
