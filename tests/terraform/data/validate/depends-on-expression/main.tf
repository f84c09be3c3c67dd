resource "terraform_data" "a" {
}

resource "terraform_data" "b" {
  depends_on = [upper("x")]
}
