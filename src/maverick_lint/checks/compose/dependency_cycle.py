"""compose/dependency-cycle."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Link

_SHOWN = 6


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each circle of services that wait for each other, at the name that closes it."""
    for view in document.model.views:
        # whose image is built first is another question than who waits for whom
        links = {
            service.name: tuple(link for link in service.links if link.how != "additional_contexts")
            for service in view.everyone
        }
        done: set[str] = set()
        for name in links:
            if name not in done:
                yield from _walk(name, links, done)


def _walk(start: str, links: dict[str, tuple[Link, ...]], done: set[str]) -> Iterator[Hit]:
    """Go along the links from one service, without recursion: a chain may be thousands of services long."""
    trail = [start]
    on_trail = {start}
    waiting = [iter(links[start])]
    while waiting:
        link = next(waiting[-1], None)
        if link is None:
            waiting.pop()
            gone = trail.pop()
            on_trail.discard(gone)
            done.add(gone)
        elif link.service in on_trail:
            yield _hit(link, trail[trail.index(link.service) :], links)
        elif link.service in links and link.service not in done:
            trail.append(link.service)
            on_trail.add(link.service)
            waiting.append(iter(links[link.service]))


def _hit(link: Link, circle: list[str], links: dict[str, tuple[Link, ...]]) -> Hit:
    names = [*circle, circle[0]]
    shown = names if len(names) <= _SHOWN else [*names[: _SHOWN - 1], "...", names[-1]]
    related = []
    for one, other in itertools.pairwise(circle):
        step = next((each for each in links[one] if each.service == other), None)
        if step is not None:
            related.append(Related(step.at.key_place if step.at.key else step.at.place, f"`{one}` needs `{other}`"))
    values = {"circle": " > ".join(f"`{name}`" if name != "..." else name for name in shown), "key": link.how}
    at = link.at.key_at if link.how == "depends_on" and link.at.key is not None else link.at.at
    return Hit(at, values, "self" if len(circle) == 1 else "", related=tuple(related[:_SHOWN]))
