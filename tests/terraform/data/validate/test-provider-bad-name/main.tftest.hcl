provider "My_Name" {
}
mock_provider "b c" {
}
run "a" {
}
