"""Compose files beside dclint: those of docker/awesome-compose, which people know."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.race import Race, Rival
from bench.workload import HOME, corpus

REPOSITORY = "docker__awesome-compose"


def files() -> tuple[Path, list[str]]:
    """Return a folder with the Compose files of docker/awesome-compose, and their paths; none where CORPUS lacks it."""
    found = corpus()
    source = Path() if found is None else found / REPOSITORY
    folder = HOME / "compose"
    shutil.rmtree(folder, ignore_errors=True)
    if found is None or not source.is_dir():
        return folder, []
    paths = sorted(
        path.relative_to(source).as_posix()
        for path in source.rglob("*compose*")
        if path.is_file() and path.suffix in (".yml", ".yaml")
    )
    for path in paths:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, target)
    return folder, paths


RACES = (Race("the Compose files of docker/awesome-compose", 0.2, files, (Rival("dclint@3.1.0", "npm", "dclint"),)),)
