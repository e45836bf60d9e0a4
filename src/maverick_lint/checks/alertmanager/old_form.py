"""A configuration uses the forms that will stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager

_ROUTE: Final = {"match": "matchers", "match_re": "matchers"}
_INHIBITION: Final = {
    "source_match": "source_matchers", "source_match_re": "source_matchers", "target_match": "target_matchers",
    "target_match_re": "target_matchers",
}  # fmt: skip


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each key that a newer one stands for."""
    model = document.model
    rules = model.root.get("inhibit_rules")
    places = [(route.node, _ROUTE) for route in (model.route.walk() if model.route is not None else ())]
    places += [(rule, _INHIBITION) for rule in (rules.items() if rules is not None else ())]
    places.append((model.root, {"mute_time_intervals": "time_intervals"}))
    for node, forms in places:
        pairs = node.pairs()
        for old, new in forms.items():
            if old in pairs:
                yield Hit(pairs[old].key_span(), {"old": old, "new": new})
