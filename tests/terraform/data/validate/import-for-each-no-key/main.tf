resource "terraform_data" "a" {
}

import {
  for_each = toset(["x"])
  to       = terraform_data.a
  id       = each.value
}
