"""github-workflow/github-script-syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.actions import version_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Action, Workflow

_EXPRESSION: Final = re.compile(r"\$\{\{[^\n]*?\}\}")
# An expression that continues a name or a number may make anything of it.
_JOINED: Final = re.compile(r"[\w$]\$\{\{|\}\}[\w$]")
# No file that people write holds so much of it.
_MOST: Final = 100_000
_MAJOR: Final = re.compile(r"v?(\d+)(?:\.\d+)*\Z")
# The parameters of the function that a script is the body of, from a major version of the action on (its src/main.ts
# and src/async-function.ts, 2026-11-24).
_NAMES: Final = (
    (1, ("require", "github", "context", "core", "io")),
    (3, ("glob",)),
    (4, ("exec", "__original_require__")),
    (8, ("octokit",)),
    (9, ("getOctokit",)),
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first place of each script of actions/github-script that Node.js could not read."""
    left = _MOST
    for step in document.model.steps:
        script = step.given("script") if step.action == "actions/github-script" else None
        if script is not None and step.uses is not None and script.text is not None and len(script.raw) < left:
            left -= len(script.raw)
            yield from _script(document.source, script, _names(document.source, step.uses))


def _names(source: Source, uses: Node) -> list[str]:
    match = _MAJOR.match(uses.raw.partition("@")[2]) or _MAJOR.match(version_note(source, uses))
    major = int(match[1]) if match is not None else 1
    return [name for since, names in _NAMES if since <= major for name in names]


def _script(source: Source, script: Node, names: list[str]) -> Iterator[Hit]:
    if _JOINED.search(script.raw) is not None:
        return
    inner = embedded(source, script)
    text = _EXPRESSION.sub(lambda match: "_" * len(match[0]), inner.text)
    if "{{" in text and "${{" in text:
        return
    from maverick_lint.formats._javascript import fault_of  # a parser, for few of the workflows

    fault = fault_of(text, names)
    # What an expression brings may be more than one value, or none.
    if fault is not None and "____" not in text[max(fault.start - 4, 0) : fault.end + 4]:
        yield Hit(inner.outer(Span(fault.start, min(fault.end, len(text)))), {"problem": str(fault)})
