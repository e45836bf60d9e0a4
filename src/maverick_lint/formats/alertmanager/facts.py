"""What an Alertmanager configuration states: that there is one, the alerts that it names, and whom it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import AlertReceiver, Monitoring, RoutedAlert
from maverick_lint.core.facts.notifications import AlertRoute, NotificationTemplates
from maverick_lint.core.span import Place, Span
from maverick_lint.formats.alertmanager.matchers import MatcherError, read_matchers
from maverick_lint.formats.alertmanager.model import NotificationFile
from maverick_lint.formats.alertmanager.texts import OWN, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.source import Source
    from maverick_lint.formats.alertmanager.model import Alertmanager, Matcher, Route


def facts(document: Document[Alertmanager | NotificationFile]) -> Iterator[Fact]:
    """Yield that the repository has an Alertmanager, what it does with alerts, or the templates of a file."""
    if isinstance(document.model, NotificationFile):
        yield _defined(document.source.path, document.model)
        return
    yield from _configured(document.source.path, document.source, document.model)


def _defined(path: str, model: NotificationFile) -> Fact:
    called = tuple((name, Place(path, span)) for name, span in model.template.called if not name.startswith(OWN))
    place = Place(path, Span(0, 0))
    value = NotificationTemplates(path, place, (), tuple(model.template.defined), called)
    return Fact("notification-templates", path, value, place)


def _configured(path: str, source: Source, model: Alertmanager) -> Iterator[Fact]:
    route = model.route
    span = model.root.span if route is None else route.node.key_span()
    place = Place(path, span)
    yield Fact("monitoring", "alertmanager", Monitoring("alertmanager", path, place), place)
    yield from _routed(path, model)
    if route is not None and route.receiver is not None and route.routes:
        children = tuple(
            None if child.matchers is None else tuple((one.label, one.op, one.value) for one in child.matchers)
            for child in route.routes
        )
        value = AlertRoute(route.receiver.raw, path, place, children, tuple(_asked(path, route)))
        yield Fact("alert-route", path, value, place)
    yield from _templates(path, source, model)
    for receiver in model.receivers:
        at = Place(path, receiver.name_node.span)
        how = tuple(one.removesuffix("_configs") for one in receiver.integrations)
        yield Fact("alert-receiver", receiver.name, AlertReceiver(receiver.name, at.path, at, how), at)


def _asked(path: str, route: Route) -> Iterator[tuple[str, str, str, Place]]:
    """Yield every matcher of a route and of those below it, with its place."""
    for one in route.walk():
        for key, value in one.node.pairs().items():
            if key == "matchers":
                for item in value.items():
                    place = Place(path, item.span)
                    yield from ((each.label, each.op, each.value, place) for each in _matchers(item.raw))
            elif key in ("match", "match_re"):
                for label, node in value.pairs().items():
                    if node.is_scalar and "$" not in node.raw and "{{" not in node.raw:
                        yield label, "=" if key == "match" else "=~", node.raw, Place(path, node.span)


def _matchers(text: str) -> list[Matcher]:
    if "{{" in text or "${" in text:
        return []
    try:
        return list(read_matchers(text))
    except MatcherError:
        return []


def _templates(path: str, source: Source, model: Alertmanager) -> Iterator[Fact]:
    listed = model.root.get("templates")
    globs = tuple((node.raw, Place(path, node.span)) for node in (listed.items() if listed is not None else ()))
    if not globs:
        return
    found = list(texts(source, model))
    called = [
        (name, Place(path, text.span(span)))
        for text in found
        for name, span in text.template.called
        if not name.startswith(OWN)
    ]
    defined = tuple(name for text in found for name in text.template.defined)
    value = NotificationTemplates(path, globs[0][1], globs, defined, tuple(called))
    yield Fact("notification-templates", path, value, globs[0][1])


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
    if "alertname" not in text or "$" in text:
        return []
    return [one.value for one in _matchers(text) if one.label == "alertname" and one.op == "=" and one.value]
