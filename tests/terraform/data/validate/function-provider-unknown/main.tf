output "x" {
  value = provider::terraform::nothing("x")
}
