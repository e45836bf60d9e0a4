"""systemd/no-shell-operators: systemd is no shell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.commands import EXEC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_QUOTED: Final = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'")
_OPERATOR: Final = re.compile(r"(?<=\s)(&&|\|\||\||&|[12]?>>?|2>&1|<|&>)(?=\s|/|$)|(?<=\s)(2>&1|\$\(|`)")


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield operators of a shell in Exec settings; a lone `;` parts two commands in systemd too."""
    for entry in document.model.entries("Service", *EXEC):
        plain = _QUOTED.sub(lambda match: " " * len(match.group()), entry.value)
        match = _OPERATOR.search(plain)
        if match is not None:
            yield Hit(entry.text.outer(Span(*match.span())), {"operator": match.group(), "key": entry.key})
