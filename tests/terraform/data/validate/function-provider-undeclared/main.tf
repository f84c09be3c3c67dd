output "x" {
  value = provider::other::thing("x")
}
