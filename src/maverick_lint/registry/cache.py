"""The rules of a checkout, read from YAML once and then from an index until a rule file changes."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def cached_rules(root: Path) -> list[dict[str, Any]]:
    """Return the rules below `root`/rules without their examples, sorted by id.

    The index lies in build/, which git ignores; names, sizes and times of the rule files tell whether it still holds.
    """
    stamp, count = _stamp(root)
    path = root / "build" / "checkout-index.json"
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        rules: list[dict[str, Any]] = held["rules"]
        if held["stamp"] == stamp and len(rules) == count:
            return rules
    except (OSError, ValueError, KeyError, TypeError):
        pass  # there is no index yet, or not a whole one
    from maverick_lint.registry.source import read_rules  # only when a rule changed

    rules = without_examples(read_rules(root / "rules"))
    if (stamp, len(rules)) != _stamp(root):
        return rules  # somebody is writing rules at this moment
    try:
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        temporary.write_text(json.dumps({"stamp": stamp, "rules": rules}), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        pass  # a checkout that cannot be written to is read from YAML each time
    return rules


def without_examples(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what a run needs of the rule files."""
    return [{key: value for key, value in entry.items() if key != "examples"} for entry in entries]


def _stamp(root: Path) -> tuple[str, int]:
    """Return what names, sizes and times of the rule files come to, and their number."""
    lines = []
    for kind in sorted(os.scandir(root / "rules"), key=lambda entry: entry.name):
        if kind.is_dir():
            for entry in sorted(os.scandir(kind.path), key=lambda entry: entry.name):
                if not entry.name.endswith(".yaml"):
                    continue
                status = entry.stat()
                lines.append(f"{kind.name}/{entry.name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest(), len(lines)
