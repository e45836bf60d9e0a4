"""github-workflow/gh-token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.runners import HOSTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

_COMMAND: Final = re.compile(
    r"(?:^|[;&|(]|\$\(|\b(?:if|then|do|else|!)[ \t])[ \t]*(gh)[ \t]+(?:api|pr|issue|release|run|workflow|repo|label"
    r"|cache|secret|variable|search|gist|attestation|ruleset|extension|project)\b",
    re.MULTILINE,
)
_NAMES: Final = frozenset({"GH_TOKEN", "GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"})


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first `gh` of each step that gets no token."""
    model = document.model
    if _given(model.env):
        return
    owners = {id(step): job for job in model.jobs for step in job.steps}
    seen: set[int] = set()
    for step, match, span in matches(model, _COMMAND, "gh "):
        job = owners.get(id(step))
        if id(step) in seen or job is None or _given(step.env) or _given(job.env) or not _hosted(job):
            continue
        seen.add(id(step))
        before = "".join(one.run.raw for one in job.steps if one.run is not None and "TOKEN" in one.run.raw)
        if "GH_TOKEN" in before or "GITHUB_TOKEN" in before:
            continue
        start = span.start + match.start(1) - match.start()
        yield Hit(type(span)(start, start + 2), {})


def _given(env: Iterable[str]) -> bool:
    return any(name.upper() in _NAMES or "{{" in name or name == "<<" for name in env)


def _hosted(job: Job) -> bool:
    return job.runs_on is not None and job.runs_on.raw.lower() in HOSTED
