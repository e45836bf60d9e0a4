"""deploy/backup-before-migration: the data can be put back after a migration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_MIGRATES: Final = re.compile(
    r"(?:^| )(?:alembic (?:-\S+ )*upgrade|flask db upgrade|\S*manage\.py migrate|artisan migrate|db:migrate|"
    r"prisma migrate deploy|knex migrate:latest|typeorm migration:run|flyway (?:-\S+ )*migrate|"
    r"liquibase (?:-\S+ )*update|dbmate (?:-\S+ )*(?:up|migrate)|goose (?:\S+ )*up|sqlx migrate run|"
    r"diesel migration run|ecto\.migrate)(?: |$)"
)
# They speak of a `backup` server of nginx, or of what has been done.
_TEXT: Final = frozenset({"sed", "grep", "awk", "echo", "printf", "cat"})
_LONGEST: Final = 2_000
_BACKUP: Final = re.compile(
    r"back-?_?up|pg_dump|pg_basebackup|mysqldump|mariadb-dump|mongodump|snapshot|pgbackrest|wal-g|barman|restic|"
    r"borg(?:matic)?(?![a-z])|xtrabackup",
    re.IGNORECASE,
)


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first migration of each file of the deployment, where nothing in the repository makes a backup."""
    found: dict[str, Word] = {}
    for one in commands(stack):
        text = " ".join(word.text or word.expanded for word in one.command.words)
        match = _MIGRATES.search(text[:_LONGEST])
        if match is not None and one.command.name not in ("echo", "printf"):
            tool = match[0].split()[0]
            word = next((word for word in one.command.words if tool in word.expanded), one.command.words[0])
            found.setdefault(word.place.path, word)
    if found and not _backs_up(stack):
        for word in found.values():
            yield Hit(word.place)


def _backs_up(stack: Stack) -> bool:
    if any(_BACKUP.search(path) for path in stack.files):
        return True
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            if any(_BACKUP.search(f"{step.name} {step.uses} {step.script}") for step in job.steps):
                return True
    holders: tuple[Script | TaskTarget, ...] = (*stack.every(Script), *stack.every(TaskTarget))
    return any(_names(command) for one in holders for command in one.commands)


def _names(command: Command) -> bool:
    return command.name not in _TEXT and any(_BACKUP.search(word.raw) for word in command.words)
