"""systemd units and drop-ins."""
