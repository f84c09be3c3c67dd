output "a" {
  value = 1
  precondition {
    condition = true
  }
}
