"""compose/duplicate-target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.compose.words import read_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.mounts import Mount
    from maverick_lint.formats.compose.words import Pair


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each mount that hides an earlier one, and each variable or label of a list that is set twice."""
    first = FirstTime()
    for service in document.model.variants:
        taken: dict[str, Mount] = {}
        for mount in service.mounts:
            if mount.target is None or mount.problem:
                continue
            earlier = taken.setdefault(mount.target, mount)
            if earlier is not mount and first(mount.at):
                values = {"service": owner(service, mount.at), "name": mount.target}
                related = (Related(earlier.at.place, "mounted here"), *mount.at.via)
                yield Hit(mount.at.at, values, related=related)
        yield from _named(service, first)


def _named(service: Service, first: FirstTime) -> Iterator[Hit]:
    for key in ("environment", "labels"):
        seen: dict[str, Pair] = {}
        for pair in read_pairs(service.get(key)):
            earlier = seen.setdefault(pair.name, pair)
            if earlier is not pair and pair.listed and earlier.listed and first(pair.at):
                at = pair.at.part(0, len(pair.name))
                values = {"service": owner(service, pair.at), "name": pair.name, "key": key}
                related = (Related(earlier.at.place, "set here"), *pair.at.via)
                yield Hit(at, values, "pair", related=related)
