output "a" {
  value = upper("x", "y")
}
