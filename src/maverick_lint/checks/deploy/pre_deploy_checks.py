"""deploy/pre-deploy-checks: migrations and smoke tests run against the image before traffic does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_scripts import role_of_name
from maverick_lint.stack.deploys import deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_CHECKS: Final = re.compile(
    r"(?<![a-z])(?:migrat\w*|alembic|flyway|liquibase|smoke\w*|pre-?_?deploy\w*|pre-?flight|knex|db:\w+|prestart)(?![a-z])",
    re.IGNORECASE,
)


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a repository that deploys and checks nothing before."""
    found = deploys(stack)
    if found and not _exists(stack):
        yield Hit(found.anchor)


def _exists(stack: Stack) -> bool:
    if any(role_of_name(path) == "pre-deploy" for path in stack.files):
        return True
    jobs = [job for pipeline in stack.every(Pipeline) for job in pipeline.jobs]
    if any(_CHECKS.search(f"{job.id} {job.name}") or _CHECKS.search(step.name) for job in jobs for step in job.steps):
        return True
    found = [command for job in jobs for step in job.steps for command in step.commands]
    found += [command for script in stack.every(Script) for command in script.commands]
    return any(_checks(command) for command in found)


def _checks(command: Command) -> bool:
    return command.name not in ("echo", "printf") and any(_CHECKS.search(word.expanded) for word in command.words)
