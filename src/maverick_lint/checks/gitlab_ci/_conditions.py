"""The conditions of a configuration's rules, with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.gitlab.jobs import through
from maverick_lint.formats.gitlab.lines import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value


@record
class Rule:
    """A rule of a job, of the workflow (`job` is None) or of a list that jobs refer to; `number` counts from 0."""

    job: Job | None
    value: Value
    number: int
    rules: tuple[Value, ...]


def rules(ci: GitlabCi) -> Iterator[Rule]:
    """Yield every rule that this configuration answers for, once."""
    seen: set[tuple[str, int]] = set()
    workflow = ci.top.get("workflow")
    lists: list[tuple[Job | None, Value | None]] = [(None, None if workflow is None else workflow.get("rules"))]
    lists.extend((job, job.get("rules")) for job in ci.jobs)
    for job, value in lists:
        given = through(value, ci.top)
        if given is None or not given.node.is_list:
            continue
        items = tuple(given.items())
        for number, item in enumerate(items):
            place = (item.source.path, item.node.span.start)
            if item.entries is not None and place not in seen and own(ci, item.source.path):
                seen.add(place)
                yield Rule(job, item, number, items)


def conditions(ci: GitlabCi) -> Iterator[tuple[Rule, Value]]:
    """Yield each `if` with its rule, those with inputs or templates left out."""
    for rule in rules(ci):
        condition = rule.value.get("if")
        text = None if condition is None else condition.text
        if condition is not None and text is not None and "$[[" not in text and "{{" not in text:
            yield rule, condition


def within(condition: Value, span: Span) -> Place:
    """Return the place of a stretch of a condition's text."""
    inner = embedded(condition.source, condition.node)
    return Place(condition.source.path, inner.outer(span))
