"""compose/root-user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_ROOT: Final = ("root", "0")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each service that is made to run as root."""
    first = FirstTime()
    for service in document.model.variants:
        user = service.get("user")
        if user is not None and user.known is not None and user.known.partition(":")[0] in _ROOT and first(user):
            yield Hit(user.at, {"service": owner(service, user), "user": user.known}, related=user.via)
