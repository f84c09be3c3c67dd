variable "a" {
  type = lst(string)
}
