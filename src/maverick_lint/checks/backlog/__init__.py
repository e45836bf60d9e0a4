"""Checks of the tasks in docs/backlog/."""
