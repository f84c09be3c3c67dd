variables {
  nothing = 1
}
run "a" {
  variables {
    other = 2
  }
}
