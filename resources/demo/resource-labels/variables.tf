variable "organization" {
  description = "Short name of the organization, the first part of every name."
  type        = string
  default     = "harbour"
}

variable "environment" {
  description = "Where it runs: dev, staging or prod."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "The environment is dev, staging or prod."
  }
}

variable "component" {
  description = "What it is, for example network."
  type        = string
}

variable "owner" {
  description = "Mail address of the team that answers for it."
  type        = string
}

variable "extra_tags" {
  description = "Further tags; the standard ones win."
  type        = map(string)
  default     = {}
}
