"""A receiver tells somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager

# Names of receivers that drop alerts on purpose.
_DROPS: Final = re.compile(
    r"null|none|nil\b|black.?hole|nobody|noop|no-op|drop|discard|dev.?null|ignore|silen|mute|dummy|trash|void|empty"
    r"|nowhere|swallow|sink|watchdog|dead.?man|inhibit",
    re.IGNORECASE,
)


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each receiver that a route names and that tells nobody.

    That of the top route takes what no other route takes; another may be meant to drop alerts, as its name says.
    """
    route = document.model.route
    if route is None:
        return
    top = route.receiver.raw if route.receiver is not None else ""
    named = {one.receiver.raw for one in route.walk() if one.receiver is not None}
    for receiver in document.model.receivers:
        if receiver.integrations or receiver.name not in named:
            continue
        if receiver.name == top:
            yield Hit(receiver.name_node, {"name": receiver.name})
        elif not _DROPS.search(receiver.name):
            yield Hit(receiver.name_node, {"name": receiver.name}, "route")
