"""Configurations of pre-commit and prek (https://pre-commit.com, read 2025)."""
