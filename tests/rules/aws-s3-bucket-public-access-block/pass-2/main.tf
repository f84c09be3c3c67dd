# Into a module and through a conditional.
variable "use_existing" {
  type    = bool
  default = false
}

resource "aws_s3_bucket" "own" {
  bucket = "harbour-own"
}

module "protection" {
  source = "./protection"
  bucket = var.use_existing ? "somebody-elses" : aws_s3_bucket.own.id
}
