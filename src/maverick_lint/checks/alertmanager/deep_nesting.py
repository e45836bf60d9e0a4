"""Routes can be followed by a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:
    """Yield each route on the first level that is too deep."""
    most = options["most"]
    level = [] if document.model.route is None else [document.model.route]
    for _ in range(most + 1):
        level = [route for above in level for route in above.routes]
    for route in level:
        yield Hit(route.head(), {"depth": most + 1, "most": most})
