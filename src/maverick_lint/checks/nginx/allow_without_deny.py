"""Addresses that are allowed mean that others are denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.access import access

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first `allow` of blocks in which nothing is denied."""
    config = document.model
    seen: set[int] = set()
    for directive in config.directives:
        block = directive.home
        if directive.name != "allow" or directive.first() == "all" or id(block) in seen:
            continue
        seen.add(id(block))
        holed = config.is_holed(block) or not (block.owner or config.in_force(block, "deny").complete)
        if not holed and not any(item.name == "deny" for item in config.statements(block)):
            found = access(config, block)
            # With `satisfy any` the addresses spare a password, which everybody else has to give.
            if not (found.passwords and found.anyone):
                yield Hit(directive.word.span, {"address": directive.first()})
