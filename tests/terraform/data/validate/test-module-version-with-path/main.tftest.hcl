run "a" {
  module {
    source  = "./other"
    version = "1.0.0"
  }
}
