ephemeral "terraform_thing" "x" {
}
