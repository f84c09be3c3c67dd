removed {
  from = module.gone
}
