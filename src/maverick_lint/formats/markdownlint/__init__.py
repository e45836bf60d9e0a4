"""Configurations of the Markdown linters: markdownlint-cli, markdownlint-cli2, mdl and rumdl (read 2025)."""
