"""Fixtures and settings that all tests share."""

from hypothesis import settings

# The first example of a property imports what it needs, and other processes take their share of the machine.
# The examples are the same in every run: what fails, fails for whoever changed it.
settings.register_profile("patient", deadline=None, derandomize=True)
settings.load_profile("patient")
