data "terraform_remote_state" "net" {
  backend = "local"
  config = {
    path = "../net.tfstate"
  }
}

resource "terraform_data" "x" {
  input = data.terraform_remote_state.net.outputs.subnet
}
