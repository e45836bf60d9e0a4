"""A template reads no label that its expression has taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.alerts._records import left_by_records
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.labels import branches
from maverick_lint.formats._promql.recorded import with_recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.labels import Gone
    from maverick_lint.formats.prometheus.model import Rule, RuleFile, Templated

_ROOTS: Final = frozenset({"$labels", ".Labels"})
_DEPTH: Final = 2
_GUARDS: Final = frozenset({"if", "with"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each use of a label that some of the expression's results cannot have."""
    left = left_by_records(document.model)
    for group, rule in document.model.alerts():
        if rule.expression is None or rule.expression.tree is None:
            continue
        results = branches(with_recorded(rule.expression.tree, left))
        if not results:
            continue
        supplied = {label.name for label in rule.labels} | set(group.labels)
        for text in (*rule.labels, *rule.annotations):
            for use in _uses(text, supplied):
                gone = next((why for branch in results if (why := branch.gone(use[0])) is not None), None)
                if gone is not None:
                    yield _hit(rule, text, use[0], use[1], gone)


def _uses(text: Templated, supplied: set[str]) -> Iterator[tuple[str, int]]:
    """Yield label and number of each use of a label; one that the rule itself sets may be meant."""
    template = text.template
    # Inside `range query ...` and `with` the dot, and so `.Labels`, is another series.
    guarded = {template.resolved(use)[1:] for use in template.uses if _GUARDS & set(use.commands)}
    inner = any(name in ("query", "first", "sortByLabel") for name, _ in template.functions)
    for number, use in enumerate(template.uses):
        path = template.resolved(use)
        if len(path) < _DEPTH or path[0] not in _ROOTS or (inner and path[0] == ".Labels"):
            continue
        if path[1] not in supplied and path[1:] not in guarded:
            yield path[1], number


def _hit(rule: Rule, text: Templated, label: str, number: int, gone: Gone) -> Hit:
    use = text.template.uses[number]
    values = {"label": label, "by": gone.by, "where": text.name, "alert": rule.name.raw}
    taker = rule.expression.span(gone.span) if rule.expression is not None else text.node
    related = (Related(taker, f"the label `{label}` is gone after this"),)
    return Hit(text.span(use.span), values, related=related)
