"""`maverick-lint task check [ID]` and `maverick-lint task complete ID`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from maverick_lint.engine.backlog import FINAL, RefusedError, complete, missing, tasks, unread
from maverick_lint.engine.session import Request, lint

if TYPE_CHECKING:
    from maverick_lint.core.facts.repository import Task
    from maverick_lint.engine.projects import Project
    from maverick_lint.engine.run import Result
    from maverick_lint.engine.session import Outcome


@click.group("task")
def command() -> None:
    """Check tasks of the backlog (docs/backlog/*.yaml), or complete one."""


@command.command("check")
@click.argument("identifier", metavar="[ID]", required=False)
def check(identifier: str | None) -> None:
    """Say what each task, or one, still lacks; exit with 1 when a complete one lacks something or one is unreadable."""
    outcome = lint(Request())
    found = _found(outcome, identifier)
    unreadable = [] if identifier else [fault for _, result in outcome.parts for fault in unread(result)]
    broken = bool(unreadable)
    for task, _, result in found:
        lacking = missing(task, result)
        broken |= bool(lacking) and task.status == FINAL
        click.echo(f"{task.id or task.path}: {task.status or 'no status'}, " + ("ready" if not lacking else "lacks:"))
        for sentence in lacking:
            click.echo(f"  {sentence}")
    for sentence in unreadable:
        click.echo(f"no task could be read: {sentence}")
    sys.exit(int(broken))


@command.command("complete")
@click.argument("identifier", metavar="ID")
def complete_command(identifier: str) -> None:
    """Verify what a task delivers, then set its status to COMPLETE; refuse with the list of what is missing."""
    ((task, project, result),) = _found(lint(Request()), identifier)
    if task.status == FINAL and not missing(task, result):
        click.echo(f"{identifier} is complete already.")
        return
    try:
        complete(task, project, result)
    except RefusedError as error:
        click.echo(f"maverick-lint: {identifier} is not complete:", err=True)
        for sentence in error.missing:
            click.echo(f"  {sentence}", err=True)
        sys.exit(1)
    click.echo(f"{identifier}: status is {FINAL} in {project.outside(task.path)}.")


def _found(outcome: Outcome, identifier: str | None) -> list[tuple[Task, Project, Result]]:
    """Return the tasks asked for; exits with 2 when a name fits none, or several."""
    every = [(task, project, result) for project, result in outcome.parts for task in tasks(result)]
    if identifier is None:
        return every
    named = [entry for entry in every if entry[0].id == identifier]
    if len(named) != 1:
        from maverick_lint.config.errors import nearest  # only for mistakes

        ids = [task.id for task, _, _ in every if task.id]
        fault = f"{len(named)} tasks are called" if named else "no task is called"
        click.echo(f"maverick-lint: {fault} `{identifier}`{nearest(identifier, ids) if ids else ''}", err=True)
        sys.exit(2)
    return named
