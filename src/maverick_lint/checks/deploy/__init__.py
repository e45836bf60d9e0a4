"""Rules over deploy jobs and deploy scripts."""
