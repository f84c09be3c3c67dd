run "a" {
  command = plan
  command = apply
}
