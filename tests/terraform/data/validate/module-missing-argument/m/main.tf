variable "name" {
}

variable "size" {
}
