variable "region" {
  type        = string
  default     = "eu"
  description = "Where."
  validation {
    condition     = contains(["eu", "us"], var.region)
    error_message = "Only eu or us, not ${var.region}."
  }
}

variable "sizes" {
  type = map(object({
    cpu  = number
    tags = optional(map(string), {})
  }))
  default = { small = { cpu = 1 } }
}

variable "secret" {
  type      = string
  sensitive = true
  nullable  = false
}

locals {
  names = [for name, size in var.sizes : "${name}-${size.cpu}"]
  first = try(local.names[0], null)
  upper = upper(var.region)
}

output "names" {
  value = local.names
}

output "secret" {
  value     = var.secret
  sensitive = true
}
