"""A linter or a test can fail the job that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.stack.enforced import is_asked_later, never_fails, only_reports
from maverick_lint.stack.pipelines import joined
from maverick_lint.stack.roles import linters_of, runs_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.reached import Reached


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit for each place where the result of a linter or a test is thrown away."""
    told: set[Place] = set()
    reached = joined(stack).reached
    enforced = {name for one in reached if _is_enforced(one) for name in _purposes(one, stack)}
    for one in reached:
        purposes = _purposes(one, stack)
        if not purposes or purposes <= enforced or is_asked_later(one) or only_reports(one):
            continue
        flag = never_fails(one)
        place = flag.place if flag is not None else one.way.loose
        if place is None or place in told:
            continue
        told.add(place)
        what = "linter" if linters_of(one, stack) else "test run"
        values = {"what": what, "name": _name(one), "flag": flag.raw if flag is not None else ""}
        yield Hit(place, values, _case(one, place, flag), related=one.way.related())


def _is_enforced(reached: Reached) -> bool:
    return reached.way.loose is None and never_fails(reached) is None


def _purposes(reached: Reached, stack: Stack) -> frozenset[str]:
    """Return the linters that are run, and for tests the program; a name alone is no proof here."""
    return linters_of(reached, stack) or (frozenset({f"test {_name(reached)}"}) if runs_tests(reached) else frozenset())


def _name(reached: Reached) -> str:
    if reached.forms:
        return " ".join(word or "..." for word in reached.forms[0][:4])
    return reached.uses or (reached.hook.id if reached.hook is not None else "")


def _case(reached: Reached, place: Place, flag: Word | None) -> str:
    if flag is not None:
        return "flag"
    step = reached.way.step
    if step is not None and place == step.ignored_place:
        return "after" if place == step.place else "step"
    return "job" if any(place == job.ignored_place for job in reached.way.jobs) else ""
