mock_resource "b" {
}
override_resource {
  target = a.b
}
