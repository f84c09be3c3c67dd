resource "terraform_data" "x" {
  provider = aws["east"]
}
