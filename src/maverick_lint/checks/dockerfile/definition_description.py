"""The comment above an ARG or a named FROM describes something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

# Comments to tools, instructions that are switched off, and whose file it is, describe nothing.
_TO_TOOLS: Final = re.compile(
    r"(?:hadolint|tally|checkov|kics|trivy|renovate|shellcheck|maverick-lint|syntax|escape|check|nosemgrep)\b.*[:=]"
    r"|(?:ARG|FROM|RUN|COPY|ADD|ENV|LABEL|USER)\s|(?i:copyright|licen[cs]ed|distributed under)\b|\W*\Z"
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the last comment line right above an ARG or a FROM with a name, unless it begins with the name."""
    source = document.source
    above = {source.position(comment.span.start).line: comment for comment in document.comments() if comment.own_line}
    for instruction in document.model.instructions:
        names = [pair.name for pair in instruction.pairs] if instruction.name == "ARG" else []
        if instruction.name == "FROM" and len(instruction.arguments) > 2:  # noqa: PLR2004 - image, AS, name
            names = [instruction.arguments[2].text]
        comment = above.get(source.position(instruction.span.start).line - 1)
        if comment is None or not names or not comment.text or _TO_TOOLS.match(comment.text) is not None:
            continue
        if comment.text.partition(" ")[0] not in names:
            yield Hit(comment.span, {"name": names[0]})
