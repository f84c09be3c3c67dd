variable "names" {
  type = set(string)
}

resource "terraform_data" "counted" {
  count = length(var.names)
  input = count.index
}

resource "terraform_data" "each" {
  for_each         = var.names
  input            = { key = each.key, value = each.value }
  triggers_replace = [each.key]
}

output "ids" {
  value = terraform_data.counted[*].id
}

output "one" {
  value = { for k, v in terraform_data.each : k => v.output }
}
