"""stack/missing-file: what a pipeline or a target builds and installs from is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.file_calls import file_calls
from maverick_lint.stack.folders import files_in, paths_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.file_calls import FileCall
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each file, build context and stage that is named and that the repository does not have."""
    seen: set[Place] = set()
    dockerfiles = {file.path: file for file in stack.every(DockerfileFact)}
    for call in file_calls(stack):
        if call.place in seen:
            continue
        seen.add(call.place)
        if call.what == "stage":
            yield from _stage(call, dockerfiles)
        elif not stack.exists(call.path) and not stack.exists(f"{call.path}/"):
            near = _near(stack, call.path) if call.what == "file" else ""
            # several files of that name: one of them may be taken there
            if not near and (
                call.guarded or (call.what == "file" and paths_named(stack, call.path.rpartition("/")[2]))
            ):
                continue
            at = near or next(iter(sorted(dockerfiles)), "")
            hint = f"; did you mean `{near}`?" if near else ""
            what = "the file of the nearest name" if near else "the Dockerfile of the repository"
            related = (Related(Place(at, Span(0, 0)), what),) if at else ()
            yield Hit(call.place, {"path": call.path, "hint": hint, "of": ""}, call.what, related)


def _stage(call: FileCall, dockerfiles: dict[str, DockerfileFact]) -> Iterator[Hit]:
    file = dockerfiles.get(call.of)
    if file is None or file.stage(call.path) is not None:
        return
    names = [stage.name for stage in file.stages if stage.name]
    close = close_matches(call.path.lower(), names, 1, 0.6)
    at = next((stage.place for stage in file.stages if close and stage.name == close[0]), file.stages[-1].place)
    hint = f"; did you mean `{close[0]}`?" if close else ""
    related = (Related(at, "the stage of the nearest name" if close else "the last stage"),)
    yield Hit(call.place, {"path": call.path, "of": call.of, "hint": hint}, "stage", related)


def _near(stack: Stack, path: str) -> str:
    """Return the file that a mistaken path most likely means: one of that name elsewhere, or a like name beside it."""
    folder, _, name = path.rpartition("/")
    same = paths_named(stack, name)
    if same:
        return same[0] if len(same) == 1 else ""
    beside = files_in(stack, folder)
    close = close_matches(path, beside, 1, 0.75)
    if close:
        return close[0]
    start = name.partition(".")[0].partition("-")[0]
    like = [each for each in beside if each.rpartition("/")[2].startswith(start)]
    return like[0] if start and like else ""
