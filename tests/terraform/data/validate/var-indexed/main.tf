variable "a" {
}

output "x" {
  value = var["a"]
}
