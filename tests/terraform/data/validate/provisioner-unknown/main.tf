resource "terraform_data" "x" {
  provisioner "no-such" {
  }
}
