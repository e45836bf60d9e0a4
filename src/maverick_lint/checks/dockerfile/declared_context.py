"""A bare name that is no stage, no official image, and no build context that anything here gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._targets import contexts
from maverick_lint.core.facts.images import DockerfileFact
from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.dockerfile.bases import is_local
from maverick_lint.stack.unread import may_build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_FROM = ("hadolint:DL3006", "tally:hadolint/DL3006")
_COPY = ("hadolint:DL3022", "tally:hadolint/DL3022")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each such name in FROM, COPY --from and mounts."""
    for file in stack.every(DockerfileFact):
        if may_build(stack, file.path):
            continue
        names = [stage.name for stage in file.stages if stage.name]
        for stage in file.stages:
            if stage.base is not None and is_local(stage.base) and stage.base.lower() not in contexts(stack):
                yield Hit(stage.place, {"name": stage.base}, equivalents=_FROM)
            for name, place in stage.references:
                if _is_unknown(name, names) and name.lower() not in contexts(stack):
                    yield Hit(place, {"name": name}, equivalents=_COPY)


def _is_unknown(name: str, names: list[str]) -> bool:
    """Say whether a name is bare and neither a stage, near to one, a number, nor an official image."""
    lower = name.lower()
    if lower in names or lower.isdecimal() or lower == "scratch" or not is_local(name):
        return False
    return not close_matches(lower, names, n=1, cutoff=0.8)
