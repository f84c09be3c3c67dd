output "x" {
  value = lazy.foo
}
