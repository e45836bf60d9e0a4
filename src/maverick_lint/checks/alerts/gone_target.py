"""Some alert sees that a job is gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# What tells of targets that are not there at all.
_COUNTS: Final = re.compile(
    r"\babsent(?:_over_time)?\s*\(\s*up\b|\bcount\b|\bunless\b|\bpresent_over_time\b|\bvector\b"
)
_JOB: Final = re.compile(r"\babsent\w*\s*\(\s*up\s*\{[^}]*\bjob\s*=~?\s*[\"'`]([^\"'`]*)")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield the first alert on `up == 0` of a job, or of all, when no alert sees that such a job has vanished."""
    alerts = stack.every(Alert)
    counting = [alert.expression for alert in alerts if "up" in alert.metrics and _COUNTS.search(alert.expression)]
    named = {job for text in counting for job in _JOB.findall(text)}
    # A count, or an absence whose job is not one name, may be meant for any job.
    for_any = any(not _JOB.search(text) for text in counting) or any(
        not job.replace("-", "").isalnum() for job in named
    )
    for alert in alerts if not for_any else ():
        for job in alert.ups:
            if job in named or (not job and named) or job.startswith(("=~", "!")):
                continue
            yield Hit(alert.place, {"alert": alert.name, "job": f"job `{job}`" if job else "any job"})
            return
