terraform {
  required_providers {
    terraform = {
      source = 5
    }
  }
}
