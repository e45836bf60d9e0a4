"""COPY --from or a mount names a stage that is not there, or not yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Value
from maverick_lint.core.span import Span
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Flag, Instruction

_MOUNT: Final = re.compile(r"(?:^|,)from=([^,]+)")
_NEAR: Final = 0.8
_SHORT: Final = 4


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the name: the stage's own, a later one's, a number without a stage, or a misspelt name."""
    model = document.model
    names = {stage.name: stage.index for stage in model.stages if stage.name}
    for stage in model.stages:
        for instruction in stage.instructions:
            for written, span in _references(model, instruction):
                case = _problem(written, stage.index, names)
                if case:
                    near = _nearest(written.lower(), names)
                    own = case in ("own", "number") and (written.lower() == stage.name or written == str(stage.index))
                    codes = ("hadolint:DL3023", "trivy:DS-0006") if own else ("hadolint:DL3022",)
                    values: dict[str, Value] = {"name": written, "near": near, "count": stage.index}
                    yield Hit(span, values, case, equivalents=codes)


def _references(model: Dockerfile, instruction: Instruction) -> Iterator[tuple[str, Span]]:
    flags = [flag for flag in instruction.flags if flag.name in ("from", "mount")]
    for flag in flags if instruction.name in ("COPY", "RUN") else ():
        value = flag.value or ""
        if flag.name == "from":
            if "$" not in value and value:
                yield value, flag.value_span
            continue
        match = _MOUNT.search(value)
        # quotes would shift the place, so such a mount is left alone
        if match is not None and "$" not in match[1] and _plain(model, flag):
            start = flag.value_span.start + match.start(1)
            yield match[1], Span(start, start + len(match[1]))


def _plain(model: Dockerfile, flag: Flag) -> bool:
    return model.source.text[flag.value_span.start : flag.value_span.end] == flag.value


def _problem(written: str, index: int, names: dict[str, int]) -> str:
    name = written.lower()
    if name in names:
        return "" if names[name] < index else "own" if names[name] == index else "later"
    if name.isdecimal():
        return "" if int(name[:6]) < index else "number"
    if any(sign in name for sign in "/:@.") or len(name) < _SHORT:
        return ""
    return "near" if _nearest(name, names) else ""


def _nearest(name: str, names: Iterable[str]) -> str:

    return next(iter(close_matches(name, list(names), n=1, cutoff=_NEAR)), "")
