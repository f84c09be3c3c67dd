resource "aws_s3_bucket" "numbered" { # finding
  count  = 2
  bucket = "harbour-${count.index}"
}

resource "aws_s3_bucket" "named" { # finding
  for_each = {
    a = "harbour-a"
    b = "harbour-b"
  }

  bucket = each.value
}
