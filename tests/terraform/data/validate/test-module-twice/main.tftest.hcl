run "a" {
  module {
    source = "./other"
  }
  module {
    source = "./other"
  }
}
