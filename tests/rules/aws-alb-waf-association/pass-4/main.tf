resource "aws_lb" "public" {
  for_each = toset(["a", "b"])

  name = each.key
}
resource "aws_wafv2_web_acl_association" "public" {
  for_each = aws_lb.public

  resource_arn = each.value.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/public/1"
}
