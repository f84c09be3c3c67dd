locals {
  one = "perhaps"
}

resource "terraform_data" "x" {
  lifecycle {
    precondition {
      condition     = local.one
      error_message = "One is not more than two."
    }
  }
}
