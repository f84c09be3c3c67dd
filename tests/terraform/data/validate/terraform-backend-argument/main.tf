terraform {
  backend "local" {
    paht = "x"
  }
}
