resource "terraform_data" "a" {
  input = "x"
}

resource "terraform_data" "b" {
  input = terraform_data.a.output
  lifecycle {
    create_before_destroy = true
    prevent_destroy       = false
    ignore_changes        = [input, triggers_replace]
    replace_triggered_by  = [terraform_data.a, terraform_data.a.id]
    precondition {
      condition     = terraform_data.a.id != ""
      error_message = "No id."
    }
    postcondition {
      condition     = self.output != ""
      error_message = "No output."
    }
  }
}

resource "terraform_data" "c" {
  lifecycle {
    ignore_changes = all
  }
  provisioner "local-exec" {
    command    = "echo ${self.id}"
    when       = destroy
    on_failure = continue
  }
  provisioner "local-exec" {
    command     = "echo ${terraform_data.a.id}"
    working_dir = path.module
    environment = {
      A = "b"
    }
  }
}
