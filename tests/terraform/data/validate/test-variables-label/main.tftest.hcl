variables "x" {
}
run "a" {
}
