"""The rules on Compose files."""
