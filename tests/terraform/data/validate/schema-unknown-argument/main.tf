resource "terraform_data" "x" {
  inputs = 1
}
