resource "terraform_data" "a" {
  dynamic "settings" {
    for_each = [1]
    content {
    }
  }
}
