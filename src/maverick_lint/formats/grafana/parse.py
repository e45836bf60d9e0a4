"""Reads Grafana's dashboards (JSON) and provisioning files (YAML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document, ParseError
from maverick_lint.formats._json import read_json
from maverick_lint.formats._shape import faults as shape_faults
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.grafana import dashboard
from maverick_lint.formats.grafana.alerts import alert_queries
from maverick_lint.formats.grafana.model import Provisioning
from maverick_lint.formats.grafana.shapes import DASHBOARD, PROVISIONING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.grafana.model import Dashboard

PROMQL = "grafana-dashboard/promql"
ALERT_PROMQL = "grafana-provisioning/promql"

# Of a dashboard with hundreds of thousands of values only what stands below these is read; the rest is saved data.
_KEPT = frozenset(
    {
        "dashboard",
        "panels",
        "rows",
        "targets",
        "templating",
        "list",
        "__inputs",
        "datasource",
        "fieldConfig",
        "defaults",
    }
    | {"overrides", "properties", "options", "query"}
)


def parse(
    source: Source,
    kind: str,
    reader: Reader,  # noqa: ARG001 - the signature of every format
) -> Document[Dashboard | Provisioning | None]:
    """Return the document of a dashboard or a provisioning file; the model is None when it was not understood."""
    return _dashboard(source, kind) if kind == "grafana-dashboard" else _provisioning(source, kind)


def _dashboard(source: Source, kind: str) -> Document[Dashboard | None]:
    parsed = read_json(source, kept=_KEPT)
    root = parsed.root
    if root is None or not root.is_map:
        # A dashboard that a template makes (of Helm, of a program) is no JSON yet.
        errors = () if "{{" in source.text and "{%" in source.text else tuple(parsed.errors)
        return Document(source, kind, None, tree=root, errors=errors)
    model = dashboard.read(source, root)
    found = [*parsed.errors, *shape_faults(model.root, DASHBOARD), *_queries(model), *_variables(model)]
    return Document(source, kind, model, tree=root, errors=tuple(found))


def _queries(model: Dashboard) -> Iterator[ParseError]:
    for panel in model.panels:
        for query in panel.queries:
            for span, message in query.promql.errors:
                yield ParseError(query.span(span), f"panel `{panel.title}`: {message}", PROMQL)


def _variables(model: Dashboard) -> Iterator[ParseError]:
    for variable in model.variables:
        for span, message in variable.query.promql.errors if variable.query is not None else ():
            if variable.query is not None:
                yield ParseError(variable.query.span(span), f"variable `{variable.name}`: {message}", PROMQL)


def _provisioning(source: Source, kind: str) -> Document[Provisioning | None]:
    parsed = read_yaml(source, "go")
    root = parsed.root
    errors = list(parsed.errors)
    model = None
    if root is not None and not parsed.templated:
        if root.is_map:
            model = Provisioning(root, tuple(_entries(root, "datasources")), tuple(_entries(root, "providers")))
            errors.extend(shape_faults(root, PROVISIONING))
            errors.extend(_defaults(source, model))
            errors.extend(_alerts(source, root))
        else:
            errors.append(ParseError(root.span, "must be a mapping at its top, and this is none"))
    return Document(
        source, kind, model, tree=root, errors=tuple(errors), comments=parsed.comments, scopes=parsed.scopes
    )


def _entries(root: Node, key: str) -> Iterator[Node]:
    listed = root.get(key)
    return (entry for entry in (listed.items() if listed is not None else ()) if entry.is_map)


def _alerts(source: Source, root: Node) -> Iterator[ParseError]:
    """Yield what is wrong with the PromQL of provisioned alerts."""
    for name, query in alert_queries(source, root):
        for span, message in query.promql.errors:
            yield ParseError(query.span(span), f"alert `{name}`: {message}", ALERT_PROMQL)


def _defaults(source: Source, model: Provisioning) -> Iterator[ParseError]:
    first: dict[str, Node] = {}
    for entry in model.datasources:
        node, organisation = entry.get("isDefault"), entry.get("orgId")
        if node is None or node.value is not True:
            continue
        known = first.setdefault(organisation.raw if organisation is not None else "1", node)
        if known is not node:
            line = source.position(known.span.start).line
            message = f"one organisation has one default data source, and line {line} names it already"
            yield ParseError(node.key_span(), message)
