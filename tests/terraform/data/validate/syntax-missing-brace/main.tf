resource "terraform_data" "x" {
  input = 1

output "y" {
  value = 1
}
