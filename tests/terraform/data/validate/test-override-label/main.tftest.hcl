override_resource "x" {
  target = terraform_data.x
}
run "a" {
}
