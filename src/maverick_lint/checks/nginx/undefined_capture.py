"""A rewrite uses only what its expression captures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_WITH_TARGET: Final = 2
_NUMBER: Final = re.compile(r"\$([1-9])")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `$N` in rewrites whose expression has no such group."""
    for directive in document.model.directives:
        if directive.name != "rewrite" or len(directive.args) < _WITH_TARGET or not directive.args[0].known:
            continue
        try:
            groups = re.compile(directive.first().replace("(?<", "(?P<")).groups
        except (re.error, RecursionError, OverflowError):
            continue
        target = directive.args[1]
        missing = [number for number in _NUMBER.findall(target.text) if int(number) > groups]
        if missing:
            yield Hit(target.span, {"number": missing[0], "groups": groups})
