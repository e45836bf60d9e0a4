"""Measures maverick-lint against its budgets and beside its peers, in one run on the same files."""
