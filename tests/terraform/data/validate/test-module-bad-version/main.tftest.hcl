run "a" {
  module {
    source  = "acme/network/aws"
    version = "one"
  }
}
