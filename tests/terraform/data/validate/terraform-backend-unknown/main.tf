terraform {
  backend "nothing" {
  }
}
