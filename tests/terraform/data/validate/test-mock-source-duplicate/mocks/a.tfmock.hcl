mock_resource "a" {
}
mock_resource "b" {
}
