"""compose/duplicate-container-name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._profiles import COMPARED, may_meet
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each container name that an earlier service has, where both may run at once."""
    for view in document.model.views:
        yield from _duplicates(view)


def _duplicates(model: Compose) -> Iterator[Hit]:
    taken: dict[str, list[Service]] = {}
    for service in model.everyone:
        at = service.get("container_name")
        name = None if at is None else at.known
        if at is None or not name:
            continue
        earlier = next((each for each in taken.get(name, [])[:COMPARED] if may_meet(each, service)), None)
        taken.setdefault(name, []).append(service)
        first = None if earlier is None else earlier.get("container_name")
        if earlier is not None and first is not None:
            values = {"service": service.name, "other": earlier.name, "name": name}
            related = (Related(first.place, f"`{earlier.name}` has it"), *at.via)
            yield Hit(at.at, values, related=related)
