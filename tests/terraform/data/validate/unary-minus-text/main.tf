output "a" {
  value = -"x"
}
