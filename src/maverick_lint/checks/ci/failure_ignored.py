"""A linter or a test can fail the job that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.pipelines import joined
from maverick_lint.stack.roles import linters_of, runs_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.reached import Reached

_NEVER_FAILS: Final = frozenset({"--exit-zero", "--no-fail", "--issues-exit-code=0", "--soft-fail", "--passWithErrors"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit for each place where the result of a linter or a test is thrown away."""
    told: set[Place] = set()
    reached = joined(stack).reached
    enforced = {name for one in reached if _is_enforced(one) for name in _purposes(one, stack)}
    for one in reached:
        purposes = _purposes(one, stack)
        if not purposes or purposes <= enforced or _is_asked_later(one) or _only_reports(one):
            continue
        flag = _flag(one)
        place = flag.place if flag is not None else one.way.loose
        if place is None or place in told:
            continue
        told.add(place)
        what = "linter" if linters_of(one, stack) else "test run"
        values = {"what": what, "name": _name(one), "flag": flag.raw if flag is not None else ""}
        yield Hit(place, values, _case(one, place, flag), related=one.way.related())


def _is_enforced(reached: Reached) -> bool:
    return reached.way.loose is None and _flag(reached) is None


def _purposes(reached: Reached, stack: Stack) -> frozenset[str]:
    """Return the linters that are run, and for tests the program; a name alone is no proof here."""
    return linters_of(reached, stack) or (frozenset({f"test {_name(reached)}"}) if runs_tests(reached) else frozenset())


def _only_reports(reached: Reached) -> bool:
    """Say whether a run only mends files, or hands what it finds to reviewdog, which decides what fails."""
    if any(word in ("--fix", "--write", "-w", "--autocorrect") for form in reached.forms for word in form):
        return True
    step = reached.way.step
    return step is not None and any(command.name == "reviewdog" for command in step.commands)


def _flag(reached: Reached) -> Word | None:
    words = reached.command.words if reached.command is not None else ()
    return next((word for word in words if word.text in _NEVER_FAILS), None)


def _name(reached: Reached) -> str:
    if reached.forms:
        return " ".join(word or "..." for word in reached.forms[0][:4])
    return reached.uses or (reached.hook.id if reached.hook is not None else "")


def _case(reached: Reached, place: Place, flag: Word | None) -> str:
    if flag is not None:
        return "flag"
    step = reached.way.step
    if step is not None and place == step.place:
        return "step"
    return "job" if any(place == job.place for job in reached.way.jobs) else ""


def _is_asked_later(reached: Reached) -> bool:
    """Say whether a later step of the job looks at the outcome of a step whose own failure does not count."""
    job = reached.way.jobs[-1] if reached.way.jobs else None
    step = reached.way.step
    if job is None or step is None or reached.way.loose != step.place:
        return False
    return any(
        ".outcome" in text for other in job.steps for text in (other.condition, other.script) if other is not step
    )
