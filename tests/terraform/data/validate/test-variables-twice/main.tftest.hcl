variables {
  a = 1
}
variables {
  b = 1
}
run "a" {
  variables {
  }
  variables {
  }
}
