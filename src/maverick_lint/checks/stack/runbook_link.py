"""stack/runbook-link: the runbook that an alert names is in the repository, and has the section of the link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.documents import DocumentFact
from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.documents import link_of
from maverick_lint.stack.folders import files_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.documents import Link
    from maverick_lint.stack.model import Stack

# GitHub's and GitLab's links to lines of a file, and into a text.
_LINES: Final = re.compile(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|:~:text=.*")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each alert whose runbook is not there, where those of others are found in the same repository."""
    links = [(alert, found) for alert in stack.every(Alert) if (found := link_of(alert)) is not None]
    ours = {link.home for _, link in links if stack.exists(link.path)}
    documents = {one.path: one for one in stack.every(DocumentFact)}
    for alert, link in links:
        if link.home not in ours:
            continue
        if stack.exists(link.path):
            yield from _section(alert, link, documents)
            continue
        folder = link.path.rpartition("/")[0]
        close = close_matches(link.path, files_in(stack, folder), 1, 0.7)
        at = Place(close[0], Span(0, 0)) if close else None
        if at is None:
            other = next(one for _, one in links if one.home == link.home and stack.exists(one.path))
            at = Place(other.path, Span(0, 0))
        hint = f"; did you mean `{close[0]}`?" if close else ""
        values = {"alert": alert.name, "path": link.path, "hint": hint}
        yield Hit(alert.place, values, related=(Related(at, "the runbook"),))


def _section(alert: Alert, link: Link, documents: dict[str, DocumentFact]) -> Iterator[Hit]:
    """Yield a hit for a link to a heading that the runbook does not have."""
    document = documents.get(link.path)
    if document is None or not link.anchor or _LINES.fullmatch(link.anchor) is not None or "%" in link.anchor:
        return
    known = dict(document.anchors)
    wanted = link.anchor.lower().removeprefix("user-content-")
    if wanted in known:
        return
    close = close_matches(wanted, sorted(known), 1, 0.5)
    at = known[close[0]] if close else document.place
    hint = f"; did you mean `#{close[0]}`?" if close else ""
    values = {"alert": alert.name, "path": link.path, "anchor": link.anchor, "hint": hint}
    yield Hit(
        alert.place, values, "section", (Related(at, "the heading of the nearest name" if close else "the runbook"),)
    )
