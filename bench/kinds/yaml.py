"""YAML of all kinds beside yamllint, which reads it and knows nothing of what it means."""

from __future__ import annotations

from bench.race import Race, Rival
from bench.workload import chosen

RACES = (
    Race(
        "200 YAML files", 1.0, lambda: chosen("yaml", 200), (Rival("yamllint", "pypi", "yamllint", ("-f", "parsable")),)
    ),
)
