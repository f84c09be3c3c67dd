run "x" {
  comand = plan
}
