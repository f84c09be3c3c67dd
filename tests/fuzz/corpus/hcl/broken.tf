a = [1, {
 b {
  c = "unclosed
}
 x = = 1
