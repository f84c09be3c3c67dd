mock_thing "x" {
}
