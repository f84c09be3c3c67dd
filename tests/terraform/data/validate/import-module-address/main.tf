import {
  to = module.x
  id = "x"
}
