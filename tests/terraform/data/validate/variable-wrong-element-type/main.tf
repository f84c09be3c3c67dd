variable "a" {
  type = list(strng)
}
