terraform {
  required_providers {
    hcloud = { source = "hetznercloud/hcloud" }
    random = { source = "hashicorp/random" }
  }
}

resource "hcloud_server" "shop" {
  name = "shop"
}
