variable "a" {
  type = object({
    size = optional(number, "many")
  })
}
