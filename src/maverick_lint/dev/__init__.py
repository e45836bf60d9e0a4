"""Tools for those who work on maverick-lint; never imported at run time."""
