output "x" {
  value = templatefile("x.tftpl", {})
}
