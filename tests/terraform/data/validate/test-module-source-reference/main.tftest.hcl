run "a" {
  module {
    source  = var.size
  }
}
