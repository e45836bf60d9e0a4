"""HCL as Terraform, Nomad and Consul write it, scanned for the names of blocks."""

from maverick_lint.formats._hcl.scan import Token, Unclosed, tokens

__all__ = ["Token", "Unclosed", "tokens"]
