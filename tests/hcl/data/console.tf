# What the rows of expressions.tsv are evaluated in; expressiontabletest.cpp has the same names.
# A variable without a value is unknown in `terraform console`.
variable "any" {}
variable "text" {
  type = string
}
variable "number" {
  type = number
}
variable "bool" {
  type = bool
}
variable "list" {
  type = list(string)
}
variable "numbers" {
  type = list(number)
}
variable "bools" {
  type = list(bool)
}
variable "set" {
  type = set(string)
}
variable "map" {
  type = map(string)
}
variable "listmap" {
  type = map(list(string))
}
variable "object" {
  type = object({
    a = string
    b = number
  })
}
variable "secret" {
  type      = string
  default   = "swordfish"
  sensitive = true
}
variable "secrets" {
  type      = list(string)
  default   = ["a", "b"]
  sensitive = true
}
variable "nothing" {
  type    = string
  default = null
}
variable "nolist" {
  type    = list(string)
  default = null
}
variable "nomap" {
  type    = map(string)
  default = null
}

resource "terraform_data" "unknown" {}
