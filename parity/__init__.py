"""Compares our verdicts with those of the peers, finding by finding, on the same files."""
