terraform {
  required_provider {
  }
}
