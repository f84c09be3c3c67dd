run "a" {
  module {
    source = "./tests/setup"
  }
}
