resource "terraform_data" "x" {
  lifecycle {
    prevent_destruction = true
  }
}
