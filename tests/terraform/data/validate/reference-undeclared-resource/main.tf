resource "terraform_data" "web" {
}

resource "terraform_data" "x" {
  input = terraform_data.wbe.id
}
