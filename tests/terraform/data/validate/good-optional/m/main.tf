variable "o" {
  type = object({
    name = string
    size = optional(number, 5)
    tags = optional(map(string))
  })
}

output "size" {
  value = var.o.size + 1
}
