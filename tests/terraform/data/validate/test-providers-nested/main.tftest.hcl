run "a" {
  providers = {
    aws.a = aws.b
    "x" = y
    (z) = y
    q = y.z.w
    s = y[0]
  }
}
