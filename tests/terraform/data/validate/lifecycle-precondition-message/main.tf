resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition     = terraform_data.b.id == "x"
      error_message = terraform_data.gone.id
    }
  }
}

resource "terraform_data" "b" {
}
