resource "terraform_data" "a" {
  provisioner "file" {
    destination = "/tmp/x"
  }
  provisioner "remote-exec" {
  }
}
