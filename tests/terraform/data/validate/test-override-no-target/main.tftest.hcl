override_resource {
}
override_data {
  values = {}
}
override_module {
}
run "a" {
  override_resource {
  }
}
