override_resource {
  target = a.b
}
