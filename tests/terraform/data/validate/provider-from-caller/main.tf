terraform {
  required_providers {
    builtin = {
      source                = "terraform.io/builtin/terraform"
      configuration_aliases = [builtin.east]
    }
  }
}

resource "terraform_data" "a" {
  provider = builtin.east
}
