run "a" {
  module {
    source = ""
  }
}
