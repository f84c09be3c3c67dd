override_resource {
  target = 
}
run "a" {
}
