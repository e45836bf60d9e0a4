"""Rules over one nginx configuration."""
