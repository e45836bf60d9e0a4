"""Checks of a change against the revision that it builds on."""
