run "a" {
  providers = {
    aws = aws.none
  }
}
