# This file is maintained automatically by "terraform init".
# Manual edits may be lost in future updates.

provider "registry.terraform.io/acme/demo" {
  version     = "1.0.0"
  constraints = "~> 1.0, != 1.0.3"
  hashes = [
    "h1:9nOZDZVhmXMIuXJCOLIHL6XyKAQeeXSGEqPtOTXpTj0=",
    "zh:0d2c4e8ce3b7a8f6",
  ]
}
