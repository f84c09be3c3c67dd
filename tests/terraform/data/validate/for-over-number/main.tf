output "a" {
  value = [for x in 5 : x]
}
