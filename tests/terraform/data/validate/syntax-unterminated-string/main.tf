locals {
  a = "hello
  b = 2
}
