"""Alerts wait as long as the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.durations import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile

_KEYS: Final = (("for", ""), ("keep_firing_for", "-after"))


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:
    """Yield each wait outside of the bounds; no `for` is a wait of 0."""
    for _, rule in document.model.alerts():
        for key, suffix in _KEYS:
            node = rule.get(key)
            given = seconds(node.raw) if node is not None else 0.0 if key == "for" else None
            if given is None:
                continue
            values = {"alert": rule.name.raw, "given": node.raw if node is not None else "not at all"}
            shortest, longest = options["shortest" + suffix], options["longest" + suffix]
            if given < (seconds(shortest) or 0):
                yield Hit(node or rule.name, {**values, "bound": shortest}, "short")
            elif longest and given > (seconds(longest) or given):
                yield Hit(node or rule.name, {**values, "bound": longest}, "long")
