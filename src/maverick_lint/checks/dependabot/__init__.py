"""Rules of Dependabot's settings."""
