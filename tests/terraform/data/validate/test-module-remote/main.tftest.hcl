run "a" {
  module {
    source = "git::https://example.com/x.git"
  }
}
