variable "a b" {
}
