variable "name" {
  description = "Name of the network."
  type        = string
}

variable "region" {
  description = "Region the zones belong to."
  type        = string
}

variable "cidr" {
  description = "Address range of the VPC."
  type        = string
}

variable "zones" {
  description = "Zone letters, one public and one private subnet each."
  type        = list(string)
}

variable "log_bucket" {
  description = "ARN of the bucket that takes the flow logs."
  type        = string
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
}
