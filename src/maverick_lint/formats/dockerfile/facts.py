"""What a Dockerfile tells other files' rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact, Health, StageFact
from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.span import Place, Span
from maverick_lint.formats.dockerfile.bases import known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.document import Document
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage


def facts(document: Document[Dockerfile]) -> Iterable[Fact]:
    """Yield the file with its stages; a fragment without FROM builds nothing and states nothing."""
    path = document.source.path
    stages = tuple(_stage(stage, path) for stage in document.model.stages if stage.origin is not None)
    if stages:
        place = Place(path, Span(0, 0))
        yield Fact("dockerfile", path, DockerfileFact(path, place, stages), place)


def _stage(stage: Stage, path: str) -> StageFact:
    assert stage.origin is not None  # noqa: S101 - facts() leaves fragments out
    return StageFact(
        index=stage.index,
        name=stage.name,
        place=Place(path, stage.origin.keyword if stage.base is None else stage.base.span),
        base=stage.image,
        base_stage=None if stage.base_stage is None else stage.base_stage.index,
        health=health(stage),
        user=stage.user,
        ports=tuple(port for port, _ in ports(stage)),
        runs=stage.last("CMD", "ENTRYPOINT") is not None,
    )


def health(stage: Stage) -> Health:
    """Return what is known of a stage's HEALTHCHECK, base images that bring one included."""
    check = stage.last("HEALTHCHECK")
    if check is not None:
        return "disabled" if check.form == "NONE" else "own"
    base = stage.root.image
    if base is None:
        return "unknown"
    facts_of_base = known(base)
    return "absent" if facts_of_base is None or not facts_of_base.healthcheck else "own"


def ports(stage: Stage) -> list[tuple[int, Span]]:
    """Return every port that EXPOSE names along a stage's chain with its place; unknown ones are left out."""
    found = []
    for instruction in stage.inherited:
        for argument in instruction.arguments if instruction.name == "EXPOSE" else ():
            text = instruction.value(argument.text)
            number = (text or "").partition("/")[0]
            if number.isdecimal() and len(number) < 6:  # noqa: PLR2004 - 65535 has five digits
                found.append((int(number), argument.span))
    return found
