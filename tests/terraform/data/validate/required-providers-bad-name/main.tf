terraform {
  required_providers {
    Terra_form = {
      source = "terraform.io/builtin/terraform"
    }
  }
}
