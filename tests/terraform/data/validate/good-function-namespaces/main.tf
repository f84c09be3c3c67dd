output "a" {
  value = core::upper("x")
}

output "b" {
  value = provider::terraform::encode_expr(["x"])
}
