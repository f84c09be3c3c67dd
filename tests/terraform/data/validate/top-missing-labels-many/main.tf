variable {
}

output {
  value = 1
}

module {
  source = "./x"
}
