moved {
  from = terraform_data.a[count.index]
  to   = terraform_data.b
}
