locals {
  name = "x"
}

output "a" {
  value = local.name.first
}
