"""Compose files: their text after interpolation and merging, and the services that it describes."""
