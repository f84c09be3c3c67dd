output "x" {
  value = file("gone.txt")
}
