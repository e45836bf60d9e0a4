"""Checks of what CI must have and must not let pass."""
