# Names and tags as the whole company writes them. Needs no provider, so that every stack can use it.

locals {
  name = join("-", compact([var.organization, var.environment, var.component]))

  tags = merge(var.extra_tags, {
    owner       = var.owner
    environment = var.environment
    component   = var.component
    managed-by  = "terraform"
  })
}
