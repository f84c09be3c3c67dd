output "x" {
  value = <<EOT
hello
  world
}
