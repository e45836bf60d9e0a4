"""Incident reports are known by their folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("incident-report",)
EXAMPLES = {"incident-report": "docs/retro/INC-20260812T101500Z-maverick.md"}

_TEXTS = ("", ".md", ".markdown", ".txt", ".rst", ".adoc")


def by_path(name: FileName) -> Guess | None:
    """Know the texts right in docs/retro/, but for the folder's own index and template."""
    if name.folders[-2:] != ("docs", "retro") or name.suffix not in _TEXTS or name.name.startswith((".", "_")):
        return None
    stem = name.name.removesuffix(name.suffix) if name.suffix else name.name
    if stem in ("readme", "index") or "template" in stem:
        return None
    return Guess("incident-report", "in docs/retro/")
