terraform {
  required_version = ">= 1.3, < 99"
  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
    }
  }
  backend "local" {
    path = "x.tfstate"
  }
}

provider "terraform" {
}
