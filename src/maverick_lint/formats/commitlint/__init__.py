"""Configurations of commitlint (https://commitlint.js.org/reference/configuration, read 2025)."""
