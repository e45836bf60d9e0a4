"""A server that is out of use is marked so, not hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

_LINE: Final = r"#+[ \t]*server[ \t]+([\w\[\]:./-]+)(?:[ \t]+(?:backup|down|resolve|\w+=\S+))*[ \t]*;\s*"


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield comments in upstreams that are a server."""
    tree = document.model.tree
    upstreams = iter(document.model.upstreams)
    at = next(upstreams, None)
    for span in tree.comments:
        while at is not None and at.directive.end <= span.start:
            at = next(upstreams, None)
        if at is None:
            return
        if at.directive.word.start < span.start:
            match = re.fullmatch(_LINE, tree.source.text[span.start : span.end])
            if match is not None:
                yield Hit(span, {"server": match[1], "upstream": at.name})
