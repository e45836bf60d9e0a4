"""The lines of a file's scripts, each with the job that runs it, for checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.gitlab.jobs import flattened
from maverick_lint.formats.gitlab.script import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.source import Source
    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value

KEYS: Final = ("before_script", "script", "after_script")


@record
class Section:
    """A `before_script`, `script` or `after_script`: `job` is None for those of all jobs; `source` is its text."""

    job: Job | None
    key: str
    source: Source


def sections(ci: GitlabCi) -> tuple[Section, ...]:
    """Return what this file and the files that only it reads say of scripts; shared lines once, at their first job."""
    found = ci.memo.get("sections")
    if not isinstance(found, tuple):
        found = ci.memo["sections"] = tuple(_sections(ci))
    return found


def _sections(ci: GitlabCi) -> Iterator[Section]:
    seen: set[tuple[str, int]] = set()
    for job, key, value in scripts_of(ci):
        lines = []
        for line in flattened(value, ci.top):
            node = line.node if line.node.anchor is None else line.node.anchor
            place = (line.source.path, node.span.start)
            if place not in seen and own(ci, line.source.path):
                seen.add(place)
                lines.append(line)
        for source in scripts(lines):
            if source.text:
                yield Section(job, key, source)


def scripts_of(ci: GitlabCi) -> Iterator[tuple[Job | None, str, Value | None]]:
    """Yield each script of each job (None for those of all jobs), with its key."""
    for job in ci.jobs:
        for key in KEYS:
            yield job, key, job.get(key)
    default = ci.top.get("default")
    for key in KEYS:
        if key != "script":
            yield None, key, ci.top.get(key)
            yield None, key, None if default is None else default.get(key)


def own(ci: GitlabCi, path: str) -> bool:
    """Say whether findings in a file belong to this configuration: it is that file, or includes it as its only reader.

    A file whose name tells that it is a configuration is read by itself too, and judged there.
    """
    if path == ci.source.path:
        return True
    name = path.rpartition("/")[2]
    known = name.endswith((".gitlab-ci.yml", ".gitlab-ci.yaml")) or (".gitlab/" in path and "/ci/" in path)
    return ci.entry and not known


def commands(ci: GitlabCi, section: Section) -> tuple[Command, ...]:
    """Return the commands of a section, read once."""
    key = f"commands {section.source.path} {section.source.segments[0].outer if section.source.segments else 0}"
    found = ci.memo.get(key)
    if not isinstance(found, tuple):
        from maverick_lint.formats._shell import commands_of

        found = ci.memo[key] = tuple(commands_of(section.source, {}, pipefail=True))
    return found
