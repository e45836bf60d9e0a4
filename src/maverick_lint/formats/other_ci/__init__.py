"""CI systems that are recognised by their files and not read."""
