variable "token" {
  type      = string
  ephemeral = true
}

locals {
  header = "Bearer ${var.token}"
}

module "m" {
  source = "./m"
  token  = local.header
}
