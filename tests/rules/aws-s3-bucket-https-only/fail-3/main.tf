# One finding for the bucket of a module that is called twice.
module "raw" {
  source = "./bucket"
  name   = "harbour-raw"
}

module "clean" {
  source = "./bucket"
  name   = "harbour-clean"
}
