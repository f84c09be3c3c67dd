variables {
  a {
  }
}
run "a" {
  variables {
    b {
    }
  }
}
