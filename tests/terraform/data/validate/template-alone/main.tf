output "x" {
  value = template.foo
}
