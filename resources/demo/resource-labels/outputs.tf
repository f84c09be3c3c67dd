output "name" {
  description = "Name for the resource: harbour-prod-network."
  value       = local.name
}

output "tags" {
  description = "Tags for the resource."
  value       = local.tags
}
