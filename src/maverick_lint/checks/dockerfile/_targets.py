"""The build contexts that builds are given by name, and the stages that a stage is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import BakeTarget, Service
from maverick_lint.stack.image_builds import image_builds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import DockerfileFact, StageFact
    from maverick_lint.stack.model import Stack


def contexts(stack: Stack) -> frozenset[str]:
    """Return the names, in lower case, under which a build is given further contexts: FROM and --from may name them."""
    known = stack.memo.get("dockerfile contexts")
    if not isinstance(known, frozenset):
        known = stack.memo["dockerfile contexts"] = frozenset(name.strip().lower() for name in _given(stack))
    return known


def chain(file: DockerfileFact, stage: StageFact) -> Iterator[StageFact]:
    """Yield a stage and those that it is built from."""
    one: StageFact | None = stage
    while one is not None:
        yield one
        one = None if one.base_stage is None else file.stages[one.base_stage]


def _given(stack: Stack) -> Iterator[str]:
    for service in stack.every(Service):
        yield from service.build.contexts if service.build is not None else ()
    for baked in stack.every(BakeTarget):
        yield from baked.contexts
    for build in image_builds(stack):
        yield from build.contexts
