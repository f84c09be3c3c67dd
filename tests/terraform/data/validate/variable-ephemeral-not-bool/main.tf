variable "a" {
  ephemeral = "x"
}
