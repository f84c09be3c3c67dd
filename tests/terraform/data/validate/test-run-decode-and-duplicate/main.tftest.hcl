run "a" {
  comand = plan
}
run "a" {
}
run "1" {
}
run "1" {
}
