runs "a" {
}
run "b" {}
