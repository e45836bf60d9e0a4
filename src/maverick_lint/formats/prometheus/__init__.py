"""Prometheus: its configuration and its rule files."""
