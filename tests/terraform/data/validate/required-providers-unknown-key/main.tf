terraform {
  required_providers {
    terraform = {
      sources = "terraform.io/builtin/terraform"
    }
  }
}
