resource "terraform_data" "x" {
  lifecycle {
    precondition {
      condition     = var.gone
      error_message = "No."
    }
  }
}
