variable "a" {
}

resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = "echo ${var.a}"
    when    = destroy
  }
}
