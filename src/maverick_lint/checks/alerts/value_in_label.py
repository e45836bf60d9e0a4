"""A label of an alert does not hold its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile

_VALUES: Final = frozenset({"$value", ".Value"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each use of the value in a label, but for those that only choose between fixed texts."""
    for _, rule in document.model.alerts():
        for label in rule.labels:
            # A variable that was set to the value is found where it is set.
            for use in label.template.uses:
                if use.path[0] in _VALUES and not {"if", "else"} & set(use.commands):
                    yield Hit(label.span(use.span), {"label": label.name, "alert": rule.name.raw})
