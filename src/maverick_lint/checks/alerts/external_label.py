"""External labels that templates read are set, and rules do not set them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import PrometheusFact, RuleUse
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each external label that no configuration sets, and each label of a rule that stands in its way."""
    servers = [fact for fact in stack.every(PrometheusFact) if fact.stores]
    if not servers:
        return
    known = {name: (value, place) for server in servers for name, value, place in server.external}
    everywhere = set.intersection(*({name for name, _, _ in server.external} for server in servers))
    for use in stack.every(RuleUse):
        if use.what == "external" and use.name not in known:
            related = (Related(servers[0].place, "the configuration without it"),)
            yield Hit(use.place, {"label": use.name}, related=related)
        elif use.what == "label" and use.name in everywhere:
            value, place = known[use.name]
            if "$" in value or "{{" in use.text:
                continue
            case = "same" if value == use.text else "other"
            yield Hit(use.place, {"label": use.name, "value": value}, case, (Related(place, "the external label"),))
