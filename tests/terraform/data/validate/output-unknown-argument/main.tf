output "a" {
  value   = 1
  sensitv = true
}
