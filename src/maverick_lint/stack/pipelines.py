"""The pipelines of a repository, joined with all that they call: what really runs when somebody proposes a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import OtherPipeline, Pipeline
from maverick_lint.core.record import record
from maverick_lint.stack.role_words import HOUSEKEEPING, words_in
from maverick_lint.stack.walk import Walk

if TYPE_CHECKING:
    from maverick_lint.core.facts.pipeline import Job, Trigger
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.reached import Reached

CHANGE_EVENTS: Final = frozenset({"pull_request", "pull_request_target", "merge_request"})
_CHANGING_TYPES: Final = frozenset({"opened", "synchronize", "reopened", "ready_for_review"})
# Words in the name of the file that people would look into first, and folders that only a CI system has.
_HOMES: Final = ("ci", "lint", "test", "tests", "check", "checks", "quality", "commit", "build", "main", "python", "pr")
_FOLDERS: Final = (".buildkite/", ".teamcity/", ".semaphore/")


@record
class Joined:
    """The pipelines of a repository.

    pipelines  those in use, without files that lie where no CI system looks
    others     the files of CI systems that are not read
    on_change  those of which a job runs for pull or merge requests
    reached    what runs for a change; where nothing does, what runs by itself (a push, a schedule)
    unread     CI files that could not be understood
    """

    pipelines: tuple[Pipeline, ...]
    others: tuple[OtherPipeline, ...]
    on_change: tuple[Pipeline, ...]
    reached: tuple[Reached, ...]
    unread: tuple[str, ...] = ()

    @property
    def exists(self) -> bool:
        """Whether there is any CI at all."""
        return bool(self.pipelines or self.others or self.unread)

    @property
    def complete(self) -> bool:
        """Whether all of CI was read, so that what is not found is not there."""
        return bool(self.pipelines) and not self.others and not self.unread

    @property
    def home(self) -> Pipeline | None:
        """The pipeline that people would look into first: where a finding about something absent stands."""
        candidates = self.on_change or self.pipelines
        return min(candidates, key=_rank) if candidates else None


def joined(stack: Stack) -> Joined:
    """Return the joined model; made once for each stack."""
    memo = stack.memo.get("pipelines")
    if isinstance(memo, Joined):
        return memo
    everything = stack.every(Pipeline)
    used = tuple(one for one in everything if one.role == "pipeline" and in_use(one.path))
    others = tuple(one for one in stack.every(OtherPipeline) if in_use(one.path))
    on_change = tuple(one for one in used if change_jobs(one))
    walk = Walk(stack, everything, change=bool(on_change))
    for pipeline in on_change:
        walk.start(pipeline, change_jobs(pipeline))
    walk.service()
    if not on_change:
        for pipeline in used:
            walk.start(pipeline, [job for job in pipeline.jobs if not job.never and not job.manual])
    known = {one.path for one in everything}
    unread = tuple(path for path in stack.paths() if _is_ci_file(path) and path not in known)
    result = Joined(used, others, on_change, walk.run(), unread)
    stack.memo["pipelines"] = result
    return result


def in_use(path: str) -> bool:
    """Say whether a CI file lies where its system looks: at the root or in a folder of its own there.

    Debian's GitLab looks below debian/, beside the packaging.
    """
    first, slash, rest = path.partition("/")
    return "{{" not in path and (not slash or first.startswith(".") or (first == "debian" and "/" not in rest))


def _is_ci_file(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    if path.startswith(_FOLDERS):
        return True
    return path == ".gitlab-ci.yml" or (folder == ".github/workflows" and name.endswith((".yml", ".yaml")))


def change_jobs(pipeline: Pipeline) -> list[Job]:
    """Return the jobs of a pipeline that run for a pull or merge request."""
    if not change_triggers(pipeline):
        return []
    return [job for job in pipeline.jobs if job.on_change is not False and not job.never and not job.manual]


def change_triggers(pipeline: Pipeline) -> list[Trigger]:
    """Return the triggers that start a pipeline for a new or changed pull or merge request."""
    return [
        trigger
        for trigger in pipeline.triggers
        if trigger.event in CHANGE_EVENTS and (not trigger.types or not _CHANGING_TYPES.isdisjoint(trigger.types))
    ]


def _rank(pipeline: Pipeline) -> tuple[bool, int, str]:
    words = words_in(pipeline.path.rpartition("/")[2].partition(".")[0])
    first = next((n for n, word in enumerate(_HOMES) if word in words), len(_HOMES))
    return (bool(words & HOUSEKEEPING), first, pipeline.path)
