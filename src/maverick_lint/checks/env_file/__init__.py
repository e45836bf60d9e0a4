"""The rules on files of environment variables."""
