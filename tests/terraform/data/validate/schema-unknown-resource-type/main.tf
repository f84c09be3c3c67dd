resource "terraform_dat" "x" {
}
