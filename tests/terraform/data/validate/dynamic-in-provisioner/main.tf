resource "terraform_data" "a" {
  provisioner "local-exec" {
    command = "x"
    dynamic "x" {
      for_each = []
      content {
      }
    }
  }
}
