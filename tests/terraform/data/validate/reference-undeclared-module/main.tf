resource "terraform_data" "x" {
  input = module.net.id
}
