resource "terraform_data" "x" {
  dynamic "settings" {
    for_each = [1]
  }
}
