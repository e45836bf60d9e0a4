"""Terraform, OpenTofu and Pulumi: which providers they name."""
