run "a" {
  module {
    source = "./other"
  }
}
run "b" {
  module {
    source = "./other"
  }
}
