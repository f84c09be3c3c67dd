variables {
  size = terraform_data.x.output
}
run "a" {
  variables {
    size = run.later.o
  }
}
