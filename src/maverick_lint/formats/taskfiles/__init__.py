"""Files of task runners: make, tox, nox, just and task (their reference pages, read 2025)."""
