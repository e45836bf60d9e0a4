"""Variables have the values of the time that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard

_ON_TIME: Final = 2


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each variable that asks a Prometheus for its values, and not at a change of the time range."""
    for variable in document.model.variables:
        refresh = variable.node.get("refresh")
        if variable.query is None or (refresh is not None and refresh.value == _ON_TIME):
            continue
        at = refresh if refresh is not None and refresh.is_scalar else variable.node.get("name")
        when = "once, when the dashboard is opened" if refresh is not None and refresh.value == 1 else "never again"
        if at is not None:
            yield Hit(at, {"name": variable.name, "when": when})
