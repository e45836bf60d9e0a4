"""GitHub Actions workflows and actions, and Dependabot's settings."""
