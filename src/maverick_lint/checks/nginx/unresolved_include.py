"""Includes that lead nowhere, out of the repository, or back to themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

# One path may be wrong; when many lead nowhere, something else puts the files there.
_MOST_SLIPS: Final = 3


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the includes of a file that nginx cannot follow."""
    config = document.model
    absent = names_of(config.assembly).missing
    for include in config.assembly.includes_of(config.tree):
        values = {"name": include.directive.first(), "main": config.assembly.main_of(config.path) or ""}
        at = include.directive.target()
        if include.status == "missing" and len(absent) > _MOST_SLIPS:
            continue
        if include.status in ("missing", "misplaced", "outside"):
            yield Hit(at, values, case="" if include.status == "missing" else include.status)
        elif include.paths and config.assembly.cycle(include):
            yield Hit(at, values, case="cycle")
