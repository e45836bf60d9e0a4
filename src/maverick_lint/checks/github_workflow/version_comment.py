"""github-workflow/version-comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.github.actions import version_note, version_of_commit
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_PINNED: Final = re.compile(r"[\w.-]+/[^@\s]+@[0-9a-f]{40}\Z", re.IGNORECASE)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each pinned action without its version behind it, or with another one."""
    source = document.source
    nodes = [step.uses for step in document.model.steps]
    if isinstance(document.model, Workflow):
        nodes += [job.uses for job in document.model.jobs]
    for node in nodes:
        if node is None or _PINNED.match(node.raw) is None:
            continue
        name, _, commit = node.raw.partition("@")
        line = source.line_span(source.position(node.span.end).line)
        noted, known = version_note(source, node), version_of_commit(name, commit)
        behind = source.text[node.span.end : line.end]
        if known and noted and not _agree(noted.lstrip("v"), known.lstrip("v")):
            at = node.span.end + behind.find(noted)
            yield Hit(
                Span(at, at + len(noted)), {"name": name, "noted": noted, "known": known}, "other", level="warning"
            )
        elif "#" not in behind:
            yield Hit(node, {"name": name, "known": known}, "known" if known else "")


def _agree(noted: str, known: str) -> bool:
    """Say whether one version is the other, or says less of it."""
    one, other = noted.split("."), known.split(".")
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
