"""Helm charts and helmfiles; they are read only to say that they are there."""
