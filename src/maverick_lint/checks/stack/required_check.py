"""stack/required-check: a check that has to succeed before a merge is one that a job reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.required import RequiredCheck
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.check_names import check_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.check_names import CheckName
    from maverick_lint.stack.model import Stack

_LIKE: Final = 0.75
_CHANGES: Final = ("pull_request", "pull_request_target")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each required check that no job reports, and each that is not reported for every change."""
    required = stack.every(RequiredCheck)
    if not any(one.system == "github" for one in stack.every(Pipeline)):
        return
    known = check_names(stack) if required else ()
    for one in required:
        fitting = [name for name in known if name.fits(one.name)]
        if fitting:
            yield from _filtered(one, fitting)
            continue
        meant = _meant(one, known, stack)
        if meant is not None:
            values = {"name": one.name, "what": one.what, "hint": f"; job `{meant.job.id}` reports `{meant.name}`"}
            yield Hit(one.place, values, "", (Related(meant.job.place, f"job `{meant.job.id}`"),))
        elif one.ours and known:
            values = {"name": one.name, "what": one.what, "hint": ""}
            yield Hit(one.place, values, "", (Related(known[0].pipeline.place, "a workflow of the repository"),))


def _meant(one: RequiredCheck, known: Sequence[CheckName], stack: Stack) -> CheckName | None:
    """Return the check that a mistaken name most likely means; None when another program may report it."""
    wanted = one.name.lower()
    last = wanted.rpartition(" / ")[2]
    for name in known:
        # the identity of a job that has a name; GitHub's pages show the workflow before it
        if wanted in (name.job.id.lower(), f"{name.pipeline.name.lower()} / {name.name.lower()}"):
            return name
        if name.pipeline.name and wanted == f"{name.pipeline.name.lower()} / {name.job.id.lower()}":
            return name
    plain = {name.name: name for name in known if "*" not in name.name}
    close = close_matches(one.name, sorted(plain), 1, _LIKE)
    if close:
        # both of a pair like `test-a` and `test-b` may exist, and one may be reported by another program
        return plain[close[0]] if not _is_required(stack, close[0]) else None
    return next((name for name in known if " / " not in wanted and name.name.lower() == last), None)


def _is_required(stack: Stack, name: str) -> bool:
    return any(one.name == name for one in stack.every(RequiredCheck))


def _filtered(one: RequiredCheck, fitting: Sequence[CheckName]) -> Iterator[Hit]:
    """Yield a hit for a check that is not reported for changes of other paths, which then wait without end."""
    pipelines = {name.pipeline.path: name.pipeline for name in fitting}
    triggers = [
        trigger for pipeline in pipelines.values() for trigger in pipeline.triggers if trigger.event in _CHANGES
    ]
    if triggers and all(trigger.filtered for trigger in triggers):
        related = (Related(triggers[0].place, "starts for some paths only"),)
        yield Hit(one.place, {"name": one.name, "what": one.what, "job": fitting[0].job.id}, "filtered", related)
