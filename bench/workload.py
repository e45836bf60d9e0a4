"""The files that are measured: those of real repositories where CORPUS names a folder, else copies of examples/."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from bench.environment import ROOT

# Outside of this repository, whose settings would hold for what lies in it.
HOME = Path(tempfile.gettempdir()) / "maverick-lint-bench"
KNOWN = (".yml", ".yaml", ".conf", ".service", ".sh", ".rules")


def corpus() -> Path | None:
    """Return the folder of real repositories, None where there is none."""
    named = os.environ.get("CORPUS", "")
    return Path(named) if named and Path(named).is_dir() else None


def mixed(count: int) -> Path:
    """Return a folder with so many files of mixed kinds, made anew, the same ones on every machine."""
    folder = HOME / f"mixed-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    source = corpus() or ROOT / "examples"
    paths = sorted(path for path in source.rglob("*") if path.is_file() and _is_deploy_file(path))
    step = max(len(paths) / count, 1.0) if corpus() else 1.0
    chosen = [paths[int(number * step) % len(paths)] for number in range(count)]
    for number, path in enumerate(chosen):
        inside = path.relative_to(source)
        target = folder / f"r{number // max(len(paths), 1)}" / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


def single(name: str, text: str) -> Path:
    """Return a folder with one file."""
    folder = HOME / "single" / name.replace("/", "-")
    shutil.rmtree(folder, ignore_errors=True)
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return folder


def of_kind(folder: Path, kind: str) -> list[str]:
    """Return the paths below a folder that a peer of this kind reads, relative to it."""
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    if kind == "dockerfile":
        return sorted(
            path for path in paths if "dockerfile" in path.lower() and not path.endswith((".j2", "ignore", ".md"))
        )
    if kind == "workflow":
        return sorted(path for path in paths if "/.github/workflows/" in f"/{path}")
    return sorted(path for path in paths if path.endswith((".yml", ".yaml")))


def chosen(kind: str, count: int) -> tuple[Path, list[str]]:
    """Return a folder with so many files of one kind, made anew, and their paths; fewer where there are not as many."""
    folder = HOME / f"{kind}-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    source = corpus() or ROOT / "examples"
    paths = of_kind(source, kind)
    step = max(len(paths) / count, 1.0)
    paths = [paths[int(number * step)] for number in range(min(count, len(paths)))]
    for path in paths:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, target)
    return folder, paths


def _is_deploy_file(path: Path) -> bool:
    return "dockerfile" in path.name.lower() or path.suffix in KNOWN
