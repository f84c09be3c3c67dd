import {
  id = "x"
  to = terraform_data.a
}
