variable "name" {
  type = string
}

module "inner" {
  source = "./inner"
  name   = upper(var.name)
}

output "id" {
  value = module.inner.id
}
