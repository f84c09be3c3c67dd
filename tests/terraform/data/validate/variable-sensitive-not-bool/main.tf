variable "a" {
  sensitive = "perhaps"
}
