run "a" {
  module {
    source = "./other"
  }
}
