run "a" {
  command = var.x ? plan : apply
}
