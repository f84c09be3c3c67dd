locals {
  list = ["a", "b"]
  text = <<-EOT
    %{for x in local.list~}
    - ${x}
    %{endfor~}
    %{if length(local.list) > 1}many%{else}few%{endif}
  EOT
}

output "text" {
  value = local.text
}

output "places" {
  value = [path.module, path.root, path.cwd, terraform.workspace]
}
