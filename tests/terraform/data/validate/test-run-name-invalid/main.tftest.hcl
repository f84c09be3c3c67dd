run "1 a" {
}
