"""Rules of pre-commit configurations."""
