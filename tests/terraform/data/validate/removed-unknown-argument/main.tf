removed {
  from    = terraform_data.x
  destroy = false
}
