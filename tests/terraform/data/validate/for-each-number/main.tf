resource "terraform_data" "x" {
  for_each = 3
}
