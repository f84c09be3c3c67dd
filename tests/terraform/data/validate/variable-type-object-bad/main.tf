variable "a" {
  type = object({
    name = optional(string, 5, 6)
  })
}
