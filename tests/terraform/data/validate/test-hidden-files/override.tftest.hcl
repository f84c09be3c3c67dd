run "b" {
}
