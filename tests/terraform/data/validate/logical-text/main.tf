output "x" {
  value = "yes" && true
}
