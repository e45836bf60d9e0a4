"""The rules on Alertmanager configurations."""
