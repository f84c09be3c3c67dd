variable "options" {
  type    = object({ tokens = optional(string, "required") })
  default = {}
}

resource "aws_instance" "this" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  dynamic "metadata_options" {
    for_each = [var.options]

    content {
      http_tokens = metadata_options.value.tokens
    }
  }
}
