output "a" {
  value = "text"
}
