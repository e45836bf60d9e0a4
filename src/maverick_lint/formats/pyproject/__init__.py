"""pyproject.toml and ruff's own TOML files (https://toml.io/en/v1.0.0; tool pages read 2025)."""
