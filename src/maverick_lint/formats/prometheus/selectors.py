"""What the selectors of a rule ask of the scrape configuration: windows, and jobs by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import JobUse, Window
from maverick_lint.core.span import Place
from maverick_lint.formats._promql.functions import GROWTH
from maverick_lint.formats._promql.tree import Call, Selector, bare, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.prometheus.model import Expression, Rule

# Names alone; a dot or another sign may stand for more.
_CHOICE: Final = re.compile(r"[\w-]+(?:\|[\w-]+)*")


def selectors(path: str, rule: Rule) -> Iterator[Fact]:
    """Yield the window of each rate and the like, and each job that a selector names."""
    expression = rule.expression
    if expression is None or expression.tree is None:
        return
    for node in walk(expression.tree):
        if isinstance(node, Call) and node.function in GROWTH:
            yield from _window(path, expression, node)
        elif isinstance(node, Selector):
            for matcher in node.matchers:
                if matcher.label == "job" and matcher.value:
                    place = Place(path, expression.span(matcher.value_span))
                    among = tuple(matcher.value.split("|")) if matcher.op == "=~" else ()
                    if matcher.op == "=":
                        yield Fact("job-use", matcher.value, JobUse(matcher.value, path, place), place)
                    for name in among if _CHOICE.fullmatch(matcher.value) else ():
                        yield Fact("job-use", name, JobUse(name, path, place, among), place)


def _window(path: str, expression: Expression, call: Call) -> Iterator[Fact]:
    selector = bare(call.args[0])
    if isinstance(selector, Selector) and selector.range is not None and selector.range.seconds is not None:
        jobs = [matcher.value for matcher in selector.matchers if matcher.label == "job" and matcher.op == "="]
        place = Place(path, expression.span(selector.range.span))
        value = Window(call.function, selector.range.seconds, jobs[0] if jobs else "", path, place)
        yield Fact("window", call.function, value, place)
