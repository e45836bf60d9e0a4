"""A variable has one spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_NAME: Final = re.compile(r"\$\{([A-Za-z]\w*)\}|\$([A-Za-z]\w*)")
_RENDERED: Final = (".template", ".j2", ".tmpl", ".tpl", ".erb", ".in")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first use of each further spelling of a variable in a file."""
    config = document.model
    text = config.tree.source.text
    seen: dict[str, dict[str, int]] = {}
    for directive in config.directives:
        for word in directive.args:
            if "$" not in word.text or config.tree.path.endswith(_RENDERED):
                continue
            for match in _NAME.finditer(text, word.start, word.end):
                name = match[1] or match[2]
                spellings = seen.setdefault(name.lower(), {})
                if name not in spellings and spellings:
                    other, start = next(iter(spellings.items()))
                    line = config.tree.source.position(start).line
                    yield Hit(Span(match.start(), match.end()), {"name": name, "other": other, "line": line})
                spellings.setdefault(name, match.start())
