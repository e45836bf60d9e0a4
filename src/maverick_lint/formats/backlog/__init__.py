"""Tasks of the backlog: docs/backlog/TASK-ID.yaml."""
