output "x" {
  value = foo::bar("x")
}
