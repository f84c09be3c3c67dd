variable "o" {
  type = object({
    name = string
    size = number
  })
}
