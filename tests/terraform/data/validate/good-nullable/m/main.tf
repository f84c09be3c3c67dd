variable "a" {
  type     = string
  default  = "x"
  nullable = false
}

variable "b" {
  type    = string
  default = "x"
}
