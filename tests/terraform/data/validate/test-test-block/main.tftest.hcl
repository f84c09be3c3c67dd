test {
  parallel = true
}
run "b" {}
