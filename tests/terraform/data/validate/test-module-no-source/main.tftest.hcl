run "a" {
  module {
  }
}
