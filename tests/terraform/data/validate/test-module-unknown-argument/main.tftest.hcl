run "a" {
  module {
    source = "./other"
    sources = 1
  }
}
