variable "a" {
  type = object({
    name = string
    size = optional(number, 3)
  })
  default = {
    size = 1
  }
}
