output "x" {
  value = [for x in [1] : x if "maybe"]
}
