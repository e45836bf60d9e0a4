"""What an Alertmanager configuration states: that there is one, the alerts that it names, and whom it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import AlertReceiver, Monitoring, RoutedAlert
from maverick_lint.core.span import Place
from maverick_lint.formats.alertmanager.matchers import MatcherError, read_matchers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.alertmanager.model import Alertmanager


def facts(document: Document[Alertmanager]) -> Iterator[Fact]:
    """Yield that the repository has an Alertmanager."""
    route = document.model.route
    span = document.model.root.span if route is None else route.node.key_span()
    place = Place(document.source.path, span)
    yield Fact("monitoring", "alertmanager", Monitoring("alertmanager", document.source.path, place), place)
    yield from _routed(document.source.path, document.model)
    for receiver in document.model.receivers:
        at = Place(document.source.path, receiver.name_node.span)
        how = tuple(one.removesuffix("_configs") for one in receiver.integrations)
        yield Fact("alert-receiver", receiver.name, AlertReceiver(receiver.name, at.path, at, how), at)


def _routed(path: str, model: Alertmanager) -> Iterator[Fact]:
    """Yield each alert that a matcher names with `=`."""
    rules = model.root.get("inhibit_rules")
    nodes = [route.node for route in (model.route.walk() if model.route is not None else ())]
    nodes += rules.items() if rules is not None else []
    for node in nodes:
        for key, value in node.pairs().items():
            if key.endswith("matchers"):
                for item in value.items():
                    for name in _names(item.raw):
                        place = Place(path, item.span)
                        yield Fact("routed-alert", name, RoutedAlert(name, path, place), place)
            elif key in ("match", "source_match", "target_match") and (name_node := value.get("alertname")) is not None:
                place = Place(path, name_node.span)
                yield Fact("routed-alert", name_node.raw, RoutedAlert(name_node.raw, path, place), place)


def _names(text: str) -> list[str]:
    if "alertname" not in text or "{{" in text or "$" in text:
        return []
    try:
        return [one.value for one in read_matchers(text) if one.label == "alertname" and one.op == "=" and one.value]
    except MatcherError:
        return []
