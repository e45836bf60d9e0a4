"""The rules of this installation."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE: Final = Path(__file__).resolve().parent.parent
INDEX: Final = _PACKAGE / "_data" / "index.json"


def checkout() -> Path | None:
    """Return the folder of the checkout that this package is run from, or None when it is installed.

    An editable install must see the checkout's rules at once, so the place of this very file decides.
    """
    root = _PACKAGE.parent.parent
    return root if (root / "rules").is_dir() and (root / "pyproject.toml").is_file() else None


def data_file(path: str) -> Path:
    """Return a file that ships with the package (`schemas/...`), by its path in a checkout."""
    root = checkout()
    return root / path if root is not None else _PACKAGE / "_data" / path


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """Return every rule by id, sorted by id."""
    return {entry["id"]: rule_from(entry) for entry in entries()}


def entries() -> list[dict[str, Any]]:
    """Return the rules as their files say them, without examples when they come from the index."""
    root = checkout()
    if root is not None:
        from maverick_lint.registry.cache import cached_rules  # a checkout's rules change, an installation's do not

        return cached_rules(root)
    data: list[dict[str, Any]] = json.loads(INDEX.read_text(encoding="utf-8"))
    return data


def rule_from(entry: Mapping[str, Any]) -> Rule:
    """Make a rule of what its file says; the file is known to be valid against schemas/rule.schema.json."""
    message = entry["message"]
    check = entry["check"]
    equivalents = entry["equivalents"]
    return Rule(
        id=entry["id"],
        level=entry["level"],
        profile=entry["profile"],
        confidence=entry.get("confidence", "high"),
        title=entry["title"],
        messages={"": message} if isinstance(message, str) else message,
        why=entry["why"].strip(),
        remedy=entry["remedy"].strip(),
        needs=tuple(entry["needs"]),
        check={check: True} if isinstance(check, str) else check,
        standard=entry.get("standard", ""),
        security=entry.get("security-severity", ""),
        fixable=entry.get("fixable", False),
        equivalents=() if equivalents == "none" else tuple(equivalents),
        references=tuple(entry.get("references", ())),
        facts=tuple(entry.get("facts", ())),
        options=entry.get("options", {}),
    )
