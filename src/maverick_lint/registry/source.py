"""Rules as they are written: one YAML file each under rules/<kind>/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_rules(folder: Path) -> list[dict[str, Any]]:
    """Return all rule files below `folder`, sorted by id, examples included.

    Raises ValueError naming the file when one is no mapping or its id is not its path.
    """
    found = [read_rule(folder, path) for path in sorted(folder.glob("*/*.yaml"))]
    return sorted(found, key=lambda entry: str(entry["id"]))


def read_rule(folder: Path, path: Path) -> dict[str, Any]:
    """Return what one rule file says.

    Raises ValueError naming the file when it is no mapping or its id is not its path.
    """
    entry = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - a safe loader, and our own file
    expected = path.relative_to(folder).with_suffix("").as_posix()
    if not isinstance(entry, dict) or entry.get("id") != expected:
        message = f"{path}: a rule file is a mapping whose id is {expected}"
        raise ValueError(message)
    return entry
