"""github-workflow/folded-script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# A line that goes on with the one before, or that the next one goes on with.
_GOES_ON: Final = (
    r"\s*(?:-|&&|\|\||\||;|>|<|\\|\)|\}|\$\{\{|[A-Za-z_]+=\S*\s*$|[\"'].*)|.*(?:\\|&&|\|\||\||;|\(|=|,)\s*$"
)
_COMMAND: Final = (
    r"\s*(?:cd|echo|export|npm|npx|yarn|pnpm|pip|pip3|python|python3|make|git|docker|go|cargo|mvn|gradle|\./\S+|bash|sh|uv"
    r"|poetry|curl|wget|mkdir|cp|mv|rm|chmod|sudo|apt-get|set|source|bundle|composer|php|node|dotnet|tar|unzip|gh)\s+\S"
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the second command of each script whose lines YAML joins to one."""
    for step in document.model.steps:
        if step.run is not None and step.run.style in ("plain", "folded"):
            yield from _lines(document.source.text, step.run)


def _lines(text: str, run: Node) -> Iterator[Hit]:
    written = text[run.span.start : run.span.end]
    if "\n" not in written:
        return
    # Compiled here, since few scripts come so far.
    goes_on, command = re.compile(_GOES_ON), re.compile(_COMMAND)
    lines = written.split("\n")
    position = run.span.start
    first = 1 if run.style == "folded" else 0
    for number, line in enumerate(lines):
        start = position + len(line) - len(line.lstrip())
        position += len(line) + 1
        if number <= first or not line.strip() or not lines[number - 1].strip():
            continue
        before = lines[number - 1]
        deeper = len(line) - len(line.lstrip()) > len(before) - len(before.lstrip()) and run.style == "folded"
        if deeper or goes_on.match(line) or goes_on.match(before) or not command.match(line):
            continue
        if command.match(before.removeprefix(">")):
            yield Hit(Span(start, start + len(line.strip())), {"before": " ".join(before.split())[:60]})
            return
