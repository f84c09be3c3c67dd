locals {
  a = "${upper("x")"
}
