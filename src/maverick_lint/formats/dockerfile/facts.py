"""What a Dockerfile tells other files' rules."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Health, StageFact
from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._probe import probes_in
from maverick_lint.formats.dockerfile.bases import known
from maverick_lint.formats.dockerfile.expand import expand, names_in
from maverick_lint.formats.dockerfile.image import image
from maverick_lint.formats.dockerfile.placed import handled, installed, installs_project, placed
from maverick_lint.formats.dockerfile.sources import (
    context_copies,
    mounted,
    named_copies,
    references,
    searched,
    used_stages,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

# Flags of installs that leave the dependencies for development out (uv, poetry, pdm, npm, yarn, composer: their help).
_PRODUCTION: Final = frozenset({
    "--no-dev", "--no-default-groups", "--only=main", "--without=dev", "--omit=dev", "--production", "--prod",
})  # fmt: skip
# A RUN without any of these has none of those flags, and need not be read as a script for them.
_PRODUCTION_MARKS: Final = ("--no-d", "--only", "--without", "--omit", "--prod")

_DOWNLOADERS: Final = ("curl", "wget")
# Scripts and lists of packages in variables or files may bring them, and so may a whole file system.
_MAY_BRING: Final = re.compile(
    r"\.sh\b|\b(?:ba)?sh -|\bmake\b|\bxargs\b|\$\(|install[^&|;]*\$|\s/(?:usr/?)?\s*(?:\]|$)"
)
_WORD: Final = re.compile(r"\S+")
# Programs with which an entrypoint leaves root before it starts the server.
_DROPS: Final = re.compile(r"\b(?:gosu|su-exec|setpriv|s6-setuidgid|s6-overlay|chpst|runuser|gosu-\w+)\b")


def facts(document: Document[Dockerfile]) -> Iterable[Fact]:
    """Yield the file with its stages, of a bake file its targets; a fragment without FROM builds and states nothing."""
    if document.kind == "docker-bake":
        from maverick_lint.formats.dockerfile.bake import facts as bake_facts  # few repositories have one

        yield from bake_facts(document)  # type: ignore[arg-type] # the kind says which model it is
        return
    path = document.source.path
    installs = installs_project(document.model)
    stages = tuple(_stage(document, stage, installs) for stage in document.model.stages if stage.origin is not None)
    if stages:
        place = Place(path, Span(0, 0))
        fact = DockerfileFact(
            path, place, stages, installed(document.model), _declared(document.model), handled(document.model)
        )
        yield Fact("dockerfile", path, fact, place)


def _declared(model: Dockerfile) -> tuple[str, ...]:
    """Return the names that ARG declares, before the first stage and in every stage."""
    found = (pair.name for one in model.instructions if one.name == "ARG" for pair in one.pairs)
    return tuple(dict.fromkeys(found))


def _stage(document: Document[Dockerfile], stage: Stage, installs: bool) -> StageFact:  # noqa: FBT001 - a fact
    assert stage.origin is not None  # noqa: S101 - facts() leaves fragments out
    path, text = document.source.path, document.source.text
    check, user = stage.last("HEALTHCHECK"), stage.last("USER")
    found = ports(stage)
    copied, folder = placed(stage, path)
    started = list(_command(stage, path))
    probe = [] if check is None or check.form == "NONE" else list(_words(check, path))
    return StageFact(
        index=stage.index,
        name=stage.name,
        place=Place(path, stage.origin.keyword if stage.base is None else stage.base.span),
        base=stage.image,
        base_stage=None if stage.base_stage is None else stage.base_stage.index,
        health=health(stage),
        user=_user(stage),
        user_place=None if user is None else Place(path, user.rest_span),
        user_written="" if user is None else user.rest,
        leaves_root=_leaves_root(stage),
        ports=tuple(port for port, _ in found),
        runs=stage.last("CMD", "ENTRYPOINT") is not None,
        health_place=None if check is None else Place(path, check.keyword),
        command=tuple(word for word, _ in started),
        exposes=stage.last("EXPOSE") is not None,
        context_copies=tuple((word.text, Place(path, word.span)) for word in context_copies(stage)),
        copies=tuple(named_copies(stage, path)),
        sources=used_stages(stage, document.model.stage_names),
        production=_leaves_out_development(document.model, stage),
        port_places=tuple(Place(path, span) for _, span in found),
        environment=tuple(_environment(stage)),
        probe=tuple(None if "$" in word else word for word, _ in probe),
        placed=copied,
        folder=folder,
        installs=installs,
        command_places=tuple(place for _, place in started),
        probe_places=tuple(place for _, place in probe),
        references=tuple(references(stage, document.source)),
        repository=_repository(stage),
        lacks=_lacks(stage),
        searched=tuple(searched(stage, path)),
        mounted=tuple(mounted(stage, document.source)),
        probes=() if check is None else tuple(probes_in(path, text, check.span.start, check.span.end)),
    )


def _lacks(stage: Stage) -> tuple[str, ...]:
    """Return which of curl and wget a stage surely lacks; none when a script or a variable may bring them."""
    base = known(stage.root.image) if stage.root.image is not None else None
    if base is None or base.tools is None or len(base.tools) == len(_DOWNLOADERS):
        return ()
    texts = [one.rest for one in stage.inherited if one.name in ("RUN", "COPY", "ADD")]
    if any(_MAY_BRING.search(text) is not None for text in texts):
        return ()
    return tuple(one for one in _DOWNLOADERS if one not in base.tools and not any(one in text for text in texts))


def _environment(stage: Stage) -> Iterator[tuple[str, str | None]]:
    for instruction in stage.inherited:
        for pair in instruction.pairs if instruction.name == "ENV" else ():
            yield pair.name, instruction.value(pair.value or "")


def _words(instruction: Instruction, path: str) -> Iterator[tuple[str, Place]]:
    """Yield the words that an instruction runs as written, split at blanks in a shell form, with their places."""
    joined = instruction.joined
    for argument in instruction.arguments:
        if instruction.json:
            yield argument.text, Place(path, argument.span)
            continue
        start = max(joined.text.find(argument.text, instruction.body), 0)
        for match in _WORD.finditer(joined.text, start, start + len(argument.text)):
            yield match[0], Place(path, joined.span(*match.span()))


def _user(stage: Stage) -> str | None:
    """Return whom the last USER names: "" when there is none, None when that is unknown.

    On a base that is known, a variable that nothing along the chain declares has no value, so `${NAME:-root}` is root.
    """
    instruction = stage.last("USER")
    user = stage.user
    if instruction is None or user is not None or stage.root.image is None or known(stage.root.image) is None:
        return user
    declared = {pair.name for one in stage.inherited for pair in one.pairs}
    unset = {name: None for name, _ in names_in(instruction.rest) if name not in declared}
    return expand(instruction.rest, {**unset, **instruction.variables}, instruction.escape)


def _leaves_root(stage: Stage) -> bool:
    return any(
        _DROPS.search(instruction.rest) is not None
        for instruction in stage.inherited
        if instruction.name in ("RUN", "ENTRYPOINT", "CMD", "COPY", "ADD", "ENV")
    )


def _leaves_out_development(model: Dockerfile, stage: Stage) -> bool:
    """Say whether an option of an install leaves development out: `--no-dev`, `--without=dev`, `--only main`."""
    for _, command in model.run_commands(stage, _PRODUCTION_MARKS):
        words = command.arguments
        if not _PRODUCTION.isdisjoint({*words, *(f"{one}={two}" for one, two in pairwise(words))}):
            return True
    return False


def _command(stage: Stage, path: str) -> Iterator[tuple[str | None, Place]]:
    """Yield what the container runs, split at blanks in a shell form: enough to recognise a program."""
    for instruction in (stage.last("ENTRYPOINT"), stage.last("CMD")):
        for word, place in _words(instruction, path) if instruction is not None else ():
            text = word
            if "$" in word and instruction is not None and not instruction.json:
                # the shell of the container puts in what ENV sets
                text = instruction.value(word) or word
            yield None if "$" in text else text, place


def _repository(stage: Stage) -> str:
    """Return the name of a base of which only the tag is unknown, "" for others."""
    if stage.base is None or stage.image is not None or stage.base_stage is not None:
        return ""
    name, sign, _ = stage.base.text.rpartition(":")
    return name if sign and "$" not in name else ""


def health(stage: Stage) -> Health:
    """Return what is known of a stage's HEALTHCHECK, base images that bring one included."""
    check = stage.last("HEALTHCHECK")
    if check is not None:
        return "disabled" if check.form == "NONE" else "own"
    base = stage.root.image or _repository(stage.root)
    if not base:
        return "unknown"
    facts_of_base = known(base)
    if facts_of_base is None:
        return "absent" if image(base).official else "unknown"
    return "own" if facts_of_base.healthcheck else "absent"


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
