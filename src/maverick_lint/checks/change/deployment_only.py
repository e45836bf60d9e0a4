"""A change marked as a deployment change touches application source or database schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.change import Change
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit for each file of such a change that is source or schema.

    A file that the change deletes has no place any more: the hit is at the repository's anchor and names it.
    """
    for change in stack.every(Change):
        if not any(matches(glob, change.branch) for glob in options["branches"] if change.branch):
            continue
        for path in change.paths:
            what = _what(path, options)
            if what:
                place = Place(path, Span(0, 0)) if path in stack.files else stack.anchor()
                yield Hit(place, {"path": path, "branch": change.branch, "what": what})


def _what(path: str, options: Options) -> str:
    if any(matches(glob, path) for glob in options["schemas"]):
        return "the database schema"
    return "application source" if any(matches(glob, path) for glob in options["source"]) else ""
