terraform {
  required_vresion = ">= 1.0"
}
