output "x" {
  value = templatefile("x.tftpl", { name = "a" })
}
