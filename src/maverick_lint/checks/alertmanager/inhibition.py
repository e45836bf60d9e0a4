"""Inhibitions silence what they are meant to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.alertmanager.implication import follows
from maverick_lint.formats.alertmanager.matchers import MatcherError, matcher, read_matchers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager, Matcher

_SAME: Final = ("amlint:inhibit-same-match",)
_CIRCLE: Final = ("amlint:circular-inhibition",)
_OLD: Final = (("match", "="), ("match_re", "=~"))


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each pair of inhibitions that silence each other, and each that takes every alert for its source."""
    listed = document.model.root.get("inhibit_rules")
    known: list[tuple[Node, tuple[Matcher, ...], tuple[Matcher, ...]]] = []
    for node in listed.items() if listed is not None else ():
        source, target = _side(node, "source"), _side(node, "target")
        if source is None or target is None or not node.is_map or not node.children:
            continue
        first = node.children[0][0] or node
        if not target:
            yield Hit(first.span, {}, "target", equivalents=())
        if source and target and _within(target, source) and _within(source, target):
            yield Hit(first.span, {}, "same", equivalents=_SAME)
            continue
        for other, its_source, its_target in known:
            if source and target and _within(target, its_source) and _within(its_target, source):
                line = document.source.position(other.span.start).line
                related = (Related(other.children[0][0] or other, "the other inhibition"),)
                yield Hit(first.span, {"line": line}, related=related, equivalents=_CIRCLE)
                break
        known.append((node, source, target))


def _within(inner: tuple[Matcher, ...], outer: tuple[Matcher, ...]) -> bool:
    """Say whether every alert that meets the first meets the second."""
    return all(follows(one, inner) for one in outer)


def _side(node: Node, side: str) -> tuple[Matcher, ...] | None:
    """Return the matchers of one side; None when one of them could not be read."""
    found: list[Matcher] = []
    listed = node.get(f"{side}_matchers")
    try:
        for item in listed.items() if listed is not None else ():
            if item.text is None or is_open(item.raw):
                return None
            found.extend(read_matchers(item.raw))
        for key, op in _OLD:
            pairs = node.get(f"{side}_{key}")
            for label, value in (pairs.pairs() if pairs is not None else {}).items():
                found.append(matcher(label, op, value.raw))
    except MatcherError:
        return None
    return tuple(found)
