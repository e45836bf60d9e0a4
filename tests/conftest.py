"""Fixtures and settings that all tests share."""

from hypothesis import settings

# The first example of a property imports what it needs, and other processes take their share of the machine.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
