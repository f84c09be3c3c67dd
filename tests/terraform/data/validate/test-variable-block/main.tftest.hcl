variable "x" {
}
run "a" {
}
