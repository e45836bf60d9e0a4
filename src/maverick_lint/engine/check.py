"""Runs one rule on one document or on the stack, and makes findings of its hits."""

from __future__ import annotations

import importlib
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Protocol

from maverick_lint.core.finding import Finding, Hit, Location, Related, RelatedLocation
from maverick_lint.core.node import Node
from maverick_lint.core.record import replace
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.source import Source
    from maverick_lint.engine.plan import Planned
    from maverick_lint.stack.model import Stack

CRASH: Final = "file/rule-crash"
# How many findings of one rule in one file are listed. One more says that there are others: they have one cause, and
# nobody reads on so far.
MOST: Final = 1_000
MORE: Final = f" (the first {MOST:,} in this file are listed, and there are more from here on)"


class Sources(Protocol):
    """Gives the text of any file of the project, to turn offsets into lines and columns."""

    def source(self, path: str) -> Source:
        """Return the source of a path; an empty one when it cannot be read."""


def check_document(planned: Planned, document: Document[Any], sources: Sources) -> Iterator[Finding]:
    """Yield the findings of one rule on one document; what the check raises goes to the caller."""
    hits: Iterable[Hit]
    if "python" in planned.rule.check:
        hits = python_check(planned.rule.id)(document, planned.options)
    else:
        from maverick_lint.select.compile import declared_hits  # only where a rule is declared

        hits = declared_hits(planned.rule.check, document)
    for number, hit in enumerate(hits):
        made = finding(planned, hit, document.source, sources)
        if number == MOST:
            yield replace(made, message=made.message + MORE, fix=None)
            return
        yield made


def check_embedded(planned: Planned, document: Document[Any], source: Source, sources: Sources) -> Iterator[Finding]:
    """Yield the findings of one rule on a text that stands in another file, where they stand there.

    `document` was read of the text alone, `source` knows where its characters are. A fix would not fit the file around.
    """

    def placed(at: Node | Span | Place) -> Place:
        return Place(source.path, source.outer(_place(at, document.source).span))

    hits = python_check(planned.rule.id)(document, planned.options)
    for hit in islice((one for one in hits if not one.stages or "" in one.stages), MOST):
        related = tuple(Related(placed(one.at), one.message) for one in hit.related)
        yield finding(planned, replace(hit, at=placed(hit.at), related=related, fix=None, stages=()), None, sources)


def check_stack(planned: Planned, stack: Stack, sources: Sources) -> Iterator[Finding]:
    """Yield the findings of one cross-file rule; what the check raises goes to the caller."""
    counts: dict[str, int] = {}
    for hit in python_check(planned.rule.id)(stack, planned.options):
        path = hit.at.path if isinstance(hit.at, Place) else ""
        number = counts[path] = counts.get(path, 0) + 1
        if number <= MOST + 1:
            made = finding(planned, hit, None, sources)
            yield made if number <= MOST else replace(made, message=made.message + MORE, fix=None)


@lru_cache(maxsize=1024)
def python_check(rule_id: str) -> Callable[[Any, Any], Iterable[Hit]]:
    """Return the check of a rule, the function `check` of the module that bears its name."""
    kind, _, name = rule_id.replace("-", "_").partition("/")
    check: Callable[[Any, Any], Iterable[Hit]] = importlib.import_module(f"maverick_lint.checks.{kind}.{name}").check
    return check


def finding(planned: Planned, hit: Hit, source: Source | None, sources: Sources) -> Finding:
    """Turn a hit into a finding: message, level, lines and columns."""
    place = _place(hit.at, source)
    rule = planned.rule
    home = sources.source(place.path)
    span = visible(home, place.span)
    return Finding(
        rule=rule.id,
        level=planned.level if planned.chosen or not hit.level else hit.level,
        location=location(home, span),
        span=span,
        message=rule.messages[hit.case].format_map(hit.values),
        equivalents=rule.equivalents if hit.equivalents is None else hit.equivalents,
        related=tuple(_related(related, source, sources) for related in hit.related),
        fix=hit.fix,
        structure=hit.at.path() if isinstance(hit.at, Node) else "",
        absent=source is None and place.span == Span(0, 0) and "engine" not in rule.check,
        stages=hit.stages,
    )


def visible(source: Source, span: Span) -> Span:
    """Return a span that a reader can see: an empty one grows to the end of its line, and none leaves the text."""
    end = min(span.end, len(source.text))
    start = min(span.start, end)
    if start == end:
        line = source.line_span(source.position(start).line)
        if start == line.end:
            start = line.start
        end = line.end
        start += len(source.text[start:end]) - len(source.text[start:end].lstrip())
    return Span(start, end)


def location(source: Source, span: Span) -> Location:
    """Return the place of a span as people read it."""
    return Location(source.path, source.position(span.start), source.position(span.end))


def _related(related: Related, source: Source | None, sources: Sources) -> RelatedLocation:
    place = _place(related.at, source)
    home = sources.source(place.path)
    return RelatedLocation(location(home, visible(home, place.span)), related.message)


def _place(at: Node | Span | Place, source: Source | None) -> Place:
    if isinstance(at, Place):
        return at
    if source is None:
        message = "a cross-file check must say in which file its hit is: yield a Place"
        raise TypeError(message)
    span = at.span if isinstance(at, Node) else at
    return Place(source.path, source.outer(span))
