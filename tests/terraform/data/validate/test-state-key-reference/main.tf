variable "size" {
  type    = number
  default = 2
}
resource "terraform_data" "x" {
  input = var.size
}
data "terraform_remote_state" "s" {
  backend = "local"
}
output "o" {
  value = terraform_data.x.output
}
check "c" {
  assert {
    condition     = terraform_data.x.input != null
    error_message = "bad"
  }
}
