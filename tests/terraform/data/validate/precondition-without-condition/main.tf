resource "terraform_data" "x" {
  lifecycle {
    precondition {
      error_message = "No."
    }
  }
}
