resource "terraform_data" "x" {
  lifecycle {
    precondition {
      condition     = "perhaps"
      error_message = "No."
    }
  }
}
