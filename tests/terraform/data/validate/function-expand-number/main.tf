output "x" {
  value = max(5...)
}
