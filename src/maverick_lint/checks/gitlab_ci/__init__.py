"""Rules of GitLab CI configurations."""
