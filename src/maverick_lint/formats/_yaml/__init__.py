"""YAML as every YAML format here reads it: libyaml's events into our own nodes, with exact places."""

from maverick_lint.formats._yaml.build import Parsed, read_yaml

__all__ = ["Parsed", "read_yaml"]
