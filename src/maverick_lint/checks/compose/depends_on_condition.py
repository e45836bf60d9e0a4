"""compose/depends-on-condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._first import FirstTime
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Link, Service

_SHOWN = 3


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each list of dependencies, and for each entry of a mapping that names no condition."""
    first = FirstTime()
    joined = [_bare(view) for view in document.model.others]
    for service in document.model.services:
        depends_on = service.get("depends_on")
        bare = [
            link
            for link in service.depends_on
            if link.condition == "" and (not joined or any((service.name, link.service) in names for names in joined))
        ]
        if depends_on is None or not bare:
            continue
        listed = [link for link in bare if link.at.key is None and link.at.file.home]
        if listed and depends_on.file.home and first(depends_on):
            shown = ", ".join(f"`{link.service}`" for link in listed[:_SHOWN])
            more = len(listed) - _SHOWN
            names = f"{shown} and {more} more are" if more > 0 else f"{shown} {'is' if len(listed) == 1 else 'are'}"
            values = {"service": service.name, "names": names, "form": _form(document.model, listed[0])}
            yield Hit(depends_on.key_at, values, "list", related=depends_on.via)
        yield from _entries(document.model, service, bare, first)


def _entries(model: Compose, service: Service, bare: list[Link], first: FirstTime) -> Iterator[Hit]:
    for link in bare:
        if link.at.key is not None and link.at.file.home and first(link.at):
            values = {"service": service.name, "target": link.service, "form": _form(model, link)}
            yield Hit(link.at.key_at, values, related=link.at.via, level="error")


def _bare(model: Compose) -> set[tuple[str, str]]:
    """Return the pairs of services of which the first waits for the second without a condition."""
    return {(one.name, link.service) for one in model.services for link in one.depends_on if link.condition == ""}


def _form(model: Compose, link: Link) -> str:
    """Return what to write for a dependency: ready is what can be waited for where there is a health check."""
    target = model.service(link.service)
    ready = target is not None and target.health == "own"
    return f"`condition: {'service_healthy' if ready else 'service_started'}`"
