"""github-workflow/invisible-characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# Unicode 16: signs of text direction; zero width spaces and joiners, soft hyphens, tags. The joiner and the non-joiner
# (U+200C, U+200D) and variation selectors are left out: emoji and several scripts need them.
_DIRECTIONS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE: Final = f"[{_DIRECTIONS}]|[\u200b\u2060-\u2064\ufeff\u00ad]+|(?<!\U0001f3f4)[\U000e0001-\U000e007f]+"


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each run of signs that nobody sees."""
    text = document.source.text
    if text.isascii():
        return
    for match in re.finditer(_INVISIBLE, text):
        sign = match.group()[0]
        case = "direction" if sign in _DIRECTIONS else ""
        yield Hit(Span(*match.span()), {"code": f"U+{ord(sign):04X}"}, case, level="error" if case else "")
