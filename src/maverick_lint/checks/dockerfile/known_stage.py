"""COPY --from or a mount names a stage that is not there, or not yet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._targets import contexts
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit, Related, Value
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.dockerfile.bases import is_local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_NEAR: Final = 0.8
_SHORT: Final = 4
_MOST: Final = 200  # stages among which a misspelt name is looked for


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the name: the stage's own, a later one's, a number without a stage, or a misspelt name."""
    for file in stack.every(DockerfileFact):
        names = {stage.name: stage.index for stage in file.stages if stage.name}
        yield from _bases(stack, file, names)
        for stage in file.stages:
            for written, place in stage.references:
                case = _problem(written, stage.index, names)
                if not case or (case == "near" and written.lower() in contexts(stack)):
                    continue
                near = _nearest(written.lower(), names)
                own = case in ("own", "number") and (written.lower() == stage.name or written == str(stage.index))
                codes = (
                    ("hadolint:DL3023", "tally:hadolint/DL3023", "trivy:DS-0006")
                    if own
                    else (
                        "hadolint:DL3022",
                        "tally:hadolint/DL3022",
                    )
                )
                values: dict[str, Value] = {"name": written, "near": near, "count": stage.index}
                there = [one for one in file.stages if one.name == near] if case == "near" else []
                related = tuple(Related(one.place, f"stage `{one.name}`") for one in there)
                yield Hit(place, values, case, related, equivalents=codes)


def _bases(stack: Stack, file: DockerfileFact, names: dict[str, int]) -> Iterator[Hit]:
    """Yield a FROM that names an image without a tag, of nearly the name of a stage above it."""
    for stage in file.stages:
        base = (stage.base or "").lower()
        earlier = {name: index for name, index in names.items() if index < stage.index}
        if len(base) < _SHORT or not earlier or any(sign in base for sign in "/:@.$") or not is_local(base):
            continue
        near = _nearest(base, earlier)
        if near and near != base and base not in contexts(stack):
            at = next(one.place for one in file.stages if one.name == near)
            values: dict[str, Value] = {"name": stage.base or "", "near": near, "count": stage.index}
            yield Hit(stage.place, values, "near", (Related(at, f"stage `{near}`"),), equivalents=())


def _problem(written: str, index: int, names: dict[str, int]) -> str:
    name = written.lower()
    if name in names:
        return "" if names[name] < index else "own" if names[name] == index else "later"
    if name.isdecimal():
        return "" if int(name[:6]) < index else "number"
    if any(sign in name for sign in "/:@.") or len(name) < _SHORT:
        return ""
    return "near" if _nearest(name, names) else ""


@lru_cache(maxsize=256)
def _nearest_of(name: str, names: tuple[str, ...]) -> str:
    return next(iter(close_matches(name, names, n=1, cutoff=_NEAR)), "")


def _nearest(name: str, names: dict[str, int]) -> str:
    """Return the stage that is likely to be meant, "" for none, and where there are more than anybody writes."""
    return _nearest_of(name, tuple(names)) if len(names) <= _MOST else ""
