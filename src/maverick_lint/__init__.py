"""maverick-lint: one linter for everything a repository needs to be deployed without an orchestrator."""

__version__ = "0.1.0"

HOME = "https://github.com/maverick-lint/maverick-lint"
