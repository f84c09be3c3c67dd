run "a" {
}
run "a" {
}
