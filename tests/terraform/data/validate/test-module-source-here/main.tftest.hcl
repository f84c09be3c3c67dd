run "a" {
  module {
    source = "./"
  }
}
