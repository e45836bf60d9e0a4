"""The rules on systemd units."""
