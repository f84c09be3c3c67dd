variable "s" {
  sensitive = true
}

output "x" {
  value = nonsensitive(length(var.s)) > 3 ? "long" : "short"
}
