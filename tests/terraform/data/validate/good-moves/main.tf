resource "terraform_data" "a" {
}

resource "terraform_data" "c" {
  count = 2
}

moved {
  from = terraform_data.old
  to   = terraform_data.a
}

moved {
  from = terraform_data.c
  to   = terraform_data.c[0]
}

moved {
  from = module.old.terraform_data.x
  to   = terraform_data.c[1]
}

removed {
  from = terraform_data.gone
  lifecycle {
    destroy = false
  }
}

import {
  to = terraform_data.a
  id = "some-id"
}
