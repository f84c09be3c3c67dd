locals {
  one = 1
}

resource "terraform_data" "x" {
  lifecycle {
    precondition {
      condition     = local.one > 2
      error_message = "One is not more than two."
    }
  }
}

output "o" {
  value = 1
  precondition {
    condition     = local.one > 2
    error_message = "One is not more than two."
  }
}
