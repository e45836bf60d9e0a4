"""Values keep their braces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.alertmanager.matchers import MatcherError, read_matchers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager

_KEYS: Final = ("matchers", "source_matchers", "target_matchers")


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each matcher whose last value has no quotes and ends with a brace that no other opens."""
    model = document.model
    rules = model.root.get("inhibit_rules")
    nodes = [route.node for route in (model.route.walk() if model.route is not None else ())]
    nodes += rules.items() if rules is not None else []
    for node in nodes:
        for key in _KEYS:
            listed = node.get(key)
            for item in listed.items() if listed is not None else ():
                yield from _judge(item)


def _judge(item: Node) -> Iterator[Hit]:
    text = item.raw.strip()
    if not item.is_scalar or text.startswith("{") or not text.endswith("}") or is_open(text):
        return
    try:
        last = list(read_matchers(text))[-1:]
    except MatcherError:
        return
    if last and not text[:-1].rstrip().endswith('"'):
        one = last[0]
        yield Hit(item, {"label": one.label, "op": one.op})
