"""The rules on Prometheus configurations."""
