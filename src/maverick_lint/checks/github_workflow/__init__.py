"""Rules of workflows and actions."""
