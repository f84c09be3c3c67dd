locals {
  k = "a"
}

output "x" {
  value = { (local.k) = 1, local.k = 2 }
}
