"""Compose files beside dclint, all of them one repository's examples."""

from __future__ import annotations

from pathlib import Path

from bench.race import Race, Rival
from bench.workload import corpus

REPOSITORY = "docker__awesome-compose"


def files() -> tuple[Path, list[str]]:
    """Return the folder of docker/awesome-compose and the paths of its Compose files; none where CORPUS has it not."""
    found = corpus()
    folder = Path() if found is None else found / REPOSITORY
    if found is None or not folder.is_dir():
        return folder, []
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*compose*.y*ml")]
    return folder, sorted(path for path in paths if path.endswith((".yml", ".yaml")))


RACES = (Race("the Compose files of docker/awesome-compose", 0.2, files, (Rival("dclint@3.1.0", "npm", "dclint"),)),)
