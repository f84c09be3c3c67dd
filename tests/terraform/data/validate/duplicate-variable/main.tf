variable "a" {
}

variable "a" {
  type = string
}
