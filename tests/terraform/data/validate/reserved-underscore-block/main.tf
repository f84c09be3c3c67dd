resource "terraform_data" "x" {
  _ {
    input = 1
  }
}
