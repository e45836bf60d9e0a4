"""Incident reports: what lies in docs/retro/."""
