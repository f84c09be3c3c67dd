resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = "echo ${terraform_data.x.id}"
  }
}
