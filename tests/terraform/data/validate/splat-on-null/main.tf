output "a" {
  value = null[*].x
}
