"""Whether what CI runs can fail a change: nothing throws its failure away, and the change starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Related
from maverick_lint.stack.path_filters import starts_for
from maverick_lint.stack.pipelines import change_triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maverick_lint.core.facts.command import Word
    from maverick_lint.stack.reached import Reached

_NEVER_FAILS: Final = frozenset({"--exit-zero", "--no-fail", "--issues-exit-code=0", "--soft-fail", "--passWithErrors"})
_MOST: Final = 5


class Enforced:
    """Says of runs whether they keep a change of some files from passing."""

    def __init__(self, files: Sequence[str]) -> None:
        """Take the paths of the files that a change is of."""
        self._files = files
        self._started: dict[str, bool] = {}

    def __call__(self, reached: Reached) -> bool:
        """Say whether a run can fail a change of the files; what only reports may do so elsewhere."""
        loose = reached.way.loose is not None or never_fails(reached) is not None
        if loose and not (is_asked_later(reached) or only_reports(reached)):
            return False
        pipeline = reached.way.pipeline
        if pipeline is None:
            return True
        if pipeline.path not in self._started:
            triggers = change_triggers(pipeline)
            started = not triggers or any(starts_for(trigger, self._files) for trigger in triggers)
            self._started[pipeline.path] = started
        return self._started[pipeline.path]


def never_fails(reached: Reached) -> Word | None:
    """Return the option that lets a linter or test end with success whatever it finds."""
    words = reached.command.words if reached.command is not None else ()
    return next((word for word in words if word.text in _NEVER_FAILS), None)


def only_reports(reached: Reached) -> bool:
    """Say whether a run only mends files, or hands what it finds to reviewdog, which decides what fails."""
    if any(word in ("--fix", "--write", "-w", "--autocorrect") for form in reached.forms for word in form):
        return True
    step = reached.way.step
    return step is not None and any(command.name == "reviewdog" for command in step.commands)


def is_asked_later(reached: Reached) -> bool:
    """Say whether a later step of the job looks at the outcome of a step whose own failure does not count."""
    job = reached.way.jobs[-1] if reached.way.jobs else None
    step = reached.way.step
    if job is None or step is None or not step.ignored:
        return False
    return any(
        ".outcome" in text for other in job.steps for text in (other.condition, other.script) if other is not step
    )


def unenforced(runs: Iterable[Reached]) -> tuple[Related, ...]:
    """Return where runs stand that do not count, for a finding that nothing enforces what they check."""
    places = {run.way.loose or run.place: run for run in runs}
    said = {True: "its failure is thrown away here", False: "no change of this source starts it"}
    found = [
        Related(place, said[run.way.loose is not None or never_fails(run) is not None]) for place, run in places.items()
    ]
    return tuple(found[:_MOST])
