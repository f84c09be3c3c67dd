variable "region" {
  description = "AWS region of the landing zone."
  type        = string
  default     = "eu-central-1"
}

variable "environment" {
  description = "Name of the environment; part of every name."
  type        = string
  default     = "production"

  validation {
    condition     = contains(["production", "staging", "sandbox"], var.environment)
    error_message = "The environment is production, staging or sandbox."
  }
}

variable "vpc_cidr" {
  description = "Address range of the VPC."
  type        = string
}

variable "office_cidrs" {
  description = "Address ranges of the offices that reach the bastion."
  type        = list(string)
  default     = []
}

variable "database_password" {
  description = "Password of the shared database's administrator."
  type        = string
  sensitive   = true
}

variable "domain" {
  description = "Public domain of the platform."
  type        = string
  default     = "harbour.example"
}

variable "azure_subscription_id" {
  description = "Subscription of the recovery site."
  type        = string
}

variable "certificate_arn" {
  description = "ACM certificate of the public load balancer."
  type        = string
}
