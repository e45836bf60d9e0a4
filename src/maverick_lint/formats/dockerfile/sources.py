"""What the COPY, ADD and mounts of a stage take, and from where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.source import Source
    from maverick_lint.formats.dockerfile.model import Argument, Stage

_SOURCE: Final = re.compile(r"(?:^|,)(?:source|src)=([^,]+)")
_STRANGE: Final = ("://", "@", "<<")
_MOUNTED: Final = re.compile(r"(?:^|,)from=([^,]+)")


def context_copies(stage: Stage) -> list[Argument]:
    """Return the sources of a stage's COPY and ADD that are the whole build context."""
    return [
        word
        for instruction in stage.every("COPY", "ADD")
        if instruction.flag("from") is None and instruction.flag("exclude") is None
        for word in instruction.arguments[:-1]
        if (instruction.value(word.text) or "").rstrip("/") in (".", "*", "./*") or word.text == "/"
    ]


def named_copies(stage: Stage, path: str) -> Iterator[tuple[str, Place]]:
    """Yield each known path of the build context that COPY and ADD name one by one."""
    for instruction in stage.every("COPY", "ADD"):
        if instruction.flag("from") is not None:
            continue
        for word in instruction.arguments[:-1]:
            text = instruction.value(word.text)
            plain = text is not None and not any(sign in text for sign in ("*", "?", "[", "://", "@", "<<"))
            if text is not None and plain and text.strip("./"):
                yield text.removeprefix("./").strip("/"), Place(path, word.span)


def searched(stage: Stage, path: str) -> Iterator[tuple[str, Place]]:
    """Yield each path of the build context that COPY and ADD name with a wildcard."""
    for instruction in stage.every("COPY", "ADD"):
        if instruction.flag("from") is not None:
            continue
        for word in instruction.arguments[:-1]:
            text = instruction.value(word.text)
            if text is not None and any(sign in text for sign in "*?[") and not any(one in text for one in _STRANGE):
                yield text.removeprefix("./").strip("/"), Place(path, word.span)


def mounted(stage: Stage, source: Source) -> Iterator[tuple[str, Place]]:
    """Yield each path of the build context that a RUN mounts (`--mount=type=bind,source=dist,target=...`)."""
    for instruction in stage.every("RUN"):
        for flag in instruction.flags:
            value = instruction.value(flag.value) or ""
            if flag.name != "mount" or "from=" in value or ("type=bind" not in value and "type=" in value):
                continue
            match = _SOURCE.search(value)
            if match is not None and match[1].strip("./") and value == flag.value:
                yield match[1].removeprefix("./").strip("/"), Place(source.path, flag.value_span)


def used_stages(stage: Stage, named: Mapping[str, Stage]) -> tuple[int, ...]:
    """Return the numbers of the stages that the stage's COPY --from and RUN --mount from= name."""
    found: set[int] = set()
    for written in stage.instructions:
        instruction = written.inner or written
        for flag in instruction.flags:
            if flag.name not in ("from", "mount"):
                continue
            value = (instruction.value(flag.value) or "").lower()
            names = [value] if flag.name == "from" else value.split(",")
            found.update(named[name].index for part in names if (name := part.removeprefix("from=")) in named)
    return tuple(sorted(found))


def references(stage: Stage, source: Source) -> Iterator[tuple[str, Place]]:
    """Yield what a stage's COPY --from and mounts name, as written; names that a variable decides are left out."""
    for instruction in stage.instructions:
        for flag in instruction.flags if instruction.name in ("COPY", "RUN") else ():
            value = flag.value or ""
            if flag.name == "from" and value and "$" not in value:
                yield value, Place(source.path, flag.value_span)
            if flag.name != "mount" or "from=" not in value:
                continue
            match = _MOUNTED.search(value)
            # quotes would shift the place, so such a mount is left alone
            plain = source.text[flag.value_span.start : flag.value_span.end] == flag.value
            if match is not None and "$" not in match[1] and plain:
                start = flag.value_span.start + match.start(1)
                yield match[1], Place(source.path, Span(start, start + len(match[1])))
