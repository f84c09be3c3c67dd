output "x" {
  value = { for x in [null] : x => 1 }
}
