resource "terraform_data" "a" {
}

resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = "true"
    when    = "create"
  }
}
