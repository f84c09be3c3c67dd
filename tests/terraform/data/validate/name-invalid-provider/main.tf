provider "terra form" {
}
