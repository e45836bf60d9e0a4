"""The rules: from the index of an installed package, or from rules/ of a checkout."""
