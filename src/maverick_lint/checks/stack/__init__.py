"""The rules on joints between files."""
