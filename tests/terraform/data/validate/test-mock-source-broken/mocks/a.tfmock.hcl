mock_thing "x" {
}
mock_resource "a" {
  defauls = {}
}
