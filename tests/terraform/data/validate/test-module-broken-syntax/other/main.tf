output "v" {
  valu = 1
}
