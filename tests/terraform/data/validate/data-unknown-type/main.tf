data "terraform_state" "a" {
}
