run "a" {
  module {
    source  = []
  }
}
