"""Some job that runs for pull or merge requests lints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.ci._home import home, listed
from maverick_lint.core.finding import Hit
from maverick_lint.stack.enforced import Enforced, unenforced
from maverick_lint.stack.languages import source_files
from maverick_lint.stack.pipelines import change_jobs, joined
from maverick_lint.stack.roles import lints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit where nothing that CI reaches lints."""
    model = joined(stack)
    files = source_files(stack)
    found = [reached for reached in model.reached if lints(reached, stack)]
    if not model.complete or not files or any(map(Enforced(files), found)):
        return
    jobs = [job.id for pipeline in model.on_change for job in change_jobs(pipeline)]
    case = "loose" if found else "" if jobs else "none"
    yield Hit(home(stack), {"jobs": listed(jobs)} if jobs else {}, case, related=unenforced(found))
