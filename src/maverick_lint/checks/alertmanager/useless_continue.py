"""A route goes on only where something follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield `continue` at the last route of a list: alerts are offered to the routes after it, and there is none."""
    for above in document.model.route.walk() if document.model.route is not None else ():
        if above.routes and above.routes[-1].continues:
            yield Hit(above.routes[-1].node.pairs()["continue"].key_span(), {})
