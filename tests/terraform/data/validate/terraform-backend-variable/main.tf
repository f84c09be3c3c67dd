variable "x" {
}

terraform {
  backend "local" {
    path = var.x
  }
}
