timeout = 3
run "b" {}
