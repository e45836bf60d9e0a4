"""What the recording rules of a file leave of the labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats._promql.recorded import labels_left

if TYPE_CHECKING:
    from maverick_lint.formats.prometheus.model import RuleFile


def left_by_records(model: RuleFile) -> dict[str, frozenset[str]]:
    """Return the labels that each metric can have which a rule of the file records, of those that lose some."""
    return labels_left(
        (
            rule.name.raw,
            rule.expression.tree if rule.expression is not None else None,
            (*group.labels, *(label.name for label in rule.labels)),
        )
        for group, rule in model.rules()
        if rule.kind == "record"
    )
