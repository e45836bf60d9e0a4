"""The rules of this installation."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE: Final = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
INDEX: Final = os.path.join(_PACKAGE, "_data", "index.json")


def checkout() -> str | None:
    """Return the folder of the checkout that this package is run from, or None when it is installed.

    An editable install must see the checkout's rules at once, so the place of this very file decides.
    """
    root = os.path.dirname(os.path.dirname(_PACKAGE))
    ours = os.path.isdir(os.path.join(root, "rules")) and os.path.isfile(os.path.join(root, "pyproject.toml"))
    return root if ours else None


def data_file(path: str) -> str:
    """Return the path of a file that ships with the package (`schemas/...`), by its path in a checkout."""
    root = checkout()
    return os.path.join(root if root is not None else os.path.join(_PACKAGE, "_data"), path)


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """Return every rule by id, sorted by id."""
    return {entry["id"]: rule_from(entry) for entry in entries()}


def entries() -> list[dict[str, Any]]:
    """Return the rules as their files say them, without examples when they come from the index."""
    root = checkout()
    if root is not None:
        from pathlib import Path  # an installed run does without

        from maverick_lint.registry.cache import cached_rules  # a checkout's rules change, an installation's do not

        return cached_rules(Path(root))
    with open(INDEX, encoding="utf-8") as stream:
        data: list[dict[str, Any]] = json.load(stream)
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
        words=tuple(word.lower() for word in entry.get("words", ())),
        options=entry.get("options", {}),
    )
