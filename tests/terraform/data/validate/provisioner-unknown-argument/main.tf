resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = "true"
    shell   = "bash"
  }
}
