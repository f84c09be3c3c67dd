output "v" {
  value = local.none
}
