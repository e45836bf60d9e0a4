"""An alert waits before it fires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each alert without `for`, at its name."""
    for _, rule in document.model.alerts():
        if rule.get("for") is None:
            yield Hit(rule.name, {"alert": rule.name.raw})
