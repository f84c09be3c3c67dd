resource "terraform_data" "x" {
  settings {
  }
}
