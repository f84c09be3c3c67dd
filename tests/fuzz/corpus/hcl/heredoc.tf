a = <<-EOT
    %{ for x in y ~}
    ${x} %{ if x == 1 }one%{ else }$${two}%{ endif }
    %{ endfor ~}
  EOT
b = <<EOT
plain
EOT
