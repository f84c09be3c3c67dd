data "terraform_remote_state" "a" {
  backend  = "local"
  count    = 1
  for_each = {}
}
