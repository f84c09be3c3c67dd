removed {
  from = terraform_data.x
  lifecycle {
    destroy = false
  }
  lifecycle {
    destroy = true
  }
}
