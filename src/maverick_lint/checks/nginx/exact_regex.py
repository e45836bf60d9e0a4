"""One path needs no expression."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_WITH_MODIFIER: Final = 2
_LITERAL: Final = re.compile(r"\^(/(?:[\w/%~@:,-]|\\[./+-])*)\$")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield expressions of locations that match one path only."""
    for directive in document.model.directives:
        words = directive.args
        if directive.name == "location" and len(words) == _WITH_MODIFIER and words[0].text == "~" and words[1].known:
            match = _LITERAL.fullmatch(words[1].text)
            if match is not None:
                yield Hit(words[1].span, {"regex": words[1].text, "path": match[1].replace("\\", "")})
