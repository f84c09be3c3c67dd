resource "terraform.data" "x" {
}
