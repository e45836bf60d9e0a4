"""What Grafana's files state: that there is a Grafana, and which data sources it has and uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import (
    DashboardFact,
    DashboardFolder,
    DashboardSource,
    DataSource,
    JobUse,
    Monitoring,
    RuleUse,
)
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._promql.exporters import is_strange
from maverick_lint.formats._promql.tree import Selector, walk
from maverick_lint.formats.grafana.alerts import alert_queries
from maverick_lint.formats.grafana.model import Dashboard
from maverick_lint.formats.grafana.names import USE, used

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.formats.grafana.model import Provisioning, Query, Variable

_NODES = 50_000


def facts(document: Document[Dashboard | Provisioning]) -> Iterator[Fact]:
    """Yield that the repository has a Grafana, and the data sources that the file names."""
    model, path = document.model, document.source.path
    first = model.root.children[0][0] if model.root.children else None
    place = Place(path, Span(0, 0) if first is None else first.span)
    yield Fact("monitoring", "grafana", Monitoring("grafana", path, place), place)
    if isinstance(model, Dashboard):
        yield from _used(path, model.root)
        yield from _identity(path, model)
        read = list(_read(model))
        yield from _recorded(path, read)
        yield from _jobs(path, read, {one.name: one for one in model.variables if one.values and one.asked is not None})
        return
    yield from _folders(path, model)
    asked = [selector for _, query in alert_queries(document.source, model.root) for selector in _selectors(query)]
    yield from _recorded(path, asked)
    yield from _jobs(path, asked, {})
    for node in model.datasources:
        source = _provisioned(path, node)
        yield Fact("data-source", source.name or "", source, source.place)


def _folders(path: str, model: Provisioning) -> Iterator[Fact]:
    """Yield the folders from which providers take dashboards."""
    for provider in model.providers:
        options = provider.get("options") if provider.is_map else None
        folder = options.get("path") if options is not None and options.is_map else None
        if folder is not None and folder.text and folder.text.startswith("/") and "$" not in folder.text:
            place = Place(path, folder.span)
            yield Fact("dashboard-folder", folder.text, DashboardFolder(folder.text, path, place), place)


def _identity(path: str, model: Dashboard) -> Iterator[Fact]:
    uid = model.root.get("uid")
    if uid is not None and uid.text and "$" not in uid.text:
        place = Place(path, uid.span)
        yield Fact("dashboard", uid.text, DashboardFact(uid.text, model.title, path, place), place)


def _read(model: Dashboard) -> Iterator[tuple[Query, Selector]]:
    """Yield the selectors of the panels and of the variables, each with its query."""
    queries = [query for panel in model.panels for query in panel.queries]
    queries += [variable.query for variable in model.variables if variable.query is not None]
    for query in queries:
        yield from _selectors(query)


def _selectors(query: Query) -> Iterator[tuple[Query, Selector]]:
    for node in walk(query.promql.tree) if query.promql.tree is not None else ():
        if isinstance(node, Selector):
            yield query, node


def _recorded(path: str, read: Iterable[tuple[Query, Selector]]) -> Iterator[Fact]:
    """Yield each metric that is read and that a recording rule gives, or no exporter that should, once."""
    seen: set[str] = set()
    for query, node in read:
        if not node.name or node.name in seen:
            continue
        what = "record" if ":" in node.name else "metric" if is_strange(node.name) else ""
        if what and query.node.raw[node.name_span.start : node.name_span.end] == node.name:
            seen.add(node.name)
            place = Place(path, query.span(node.name_span))
            yield Fact(f"rule-{what}", node.name, RuleUse(what, node.name, path, place), place)


def _jobs(path: str, read: Iterable[tuple[Query, Selector]], listed: Mapping[str, Variable]) -> Iterator[Fact]:
    """Yield each scrape job that is named, once, as one of a choice: a dashboard may be of another server.

    A job that a variable stands for is one of those that the variable lists.
    """
    seen: set[str] = set()
    for query, node in read:
        for matcher in node.matchers:
            inside = Span(matcher.value_span.start + 1, matcher.value_span.end - 1)
            written = query.node.raw[inside.start : inside.end]
            if matcher.label != "job" or matcher.op not in ("=", "=~") or not written:
                continue
            variable = next((listed[name] for name, _ in used(written) if name in listed), None)
            if variable is not None and variable.asked is not None and USE.fullmatch(written):
                at, names = Place(path, variable.asked.span), variable.values
            else:
                # in the place of a variable stands a text of the same length
                names = (written,) if matcher.op == "=" and matcher.value == written else ()
                at = Place(path, query.span(inside))
            for name in names:
                if name not in seen:
                    seen.add(name)
                    yield Fact("job-use", name, JobUse(name, path, at, names), at)


def _provisioned(path: str, node: Node) -> DataSource:
    name, url, access = node.get("name"), node.get("url"), node.get("access")
    at = node.key_span() if name is None else name.span
    return DataSource(
        name=_known(name),
        uid=_known(node.get("uid")),
        type=_known(node.get("type")),
        url=_known(url),
        path=path,
        place=Place(path, at),
        url_place=None if url is None else Place(path, url.span),
        direct=access is not None and access.raw in ("direct", "browser"),
    )


def _known(node: Node | None) -> str | None:
    """Return a text; "" where there is none, None where the environment gives it (`$VAR`)."""
    text = "" if node is None else (node.text or "")
    return None if "$" in text else text


def _used(path: str, root: Node) -> Iterator[Fact]:
    """Yield each data source that a panel, a query or a variable names by its uid, once."""
    seen: set[str] = set()
    for count, node in enumerate(root.walk()):
        if count > _NODES:
            return
        if not node.is_map or node.key is None or node.key.raw != "datasource":
            continue
        uid, kind = node.get("uid"), node.get("type")
        if uid is None or not uid.text or "$" in uid.text or uid.text.startswith("-") or uid.text in seen:
            continue
        seen.add(uid.text)
        place = Place(path, uid.span)
        value = DashboardSource(uid.text, "" if kind is None else (kind.text or ""), path, place)
        yield Fact("dashboard-source", uid.text, value, place)
