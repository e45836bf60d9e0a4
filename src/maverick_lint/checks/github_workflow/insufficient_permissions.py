"""github-workflow/insufficient-permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._rights import is_of_job, needed_by_action, needed_by_command
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats.github.model import Job, Step, Workflow

_ORDER: Final = ("none", "read", "write")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each step that needs a right which the `permissions` of its job do not give."""
    workflow = document.model
    for job in workflow.jobs:
        given = job.permissions or workflow.permissions
        rights = _rights(given)
        if given is None or rights is None or job.uses is not None:
            continue
        related = (Related(given.key or given, "the rights of the job"),)
        for step in job.steps:
            for what, at, scope, value in _needs(document, job, step):
                if _ORDER.index(rights.get(scope, "none")) < _ORDER.index(value):
                    values = {"what": what, "scope": scope, "value": value, "job": job.id}
                    yield Hit(at, values, related=related)


def _needs(document: Document[Workflow], job: Job, step: Step) -> Iterator[tuple[str, Node | Span, str, str]]:
    if step.uses is not None:
        for scope, value in needed_by_action(step):
            yield step.action, step.uses, scope, value
        return
    if step.run is None or "gh " not in step.run.raw:
        return
    levels = (step.env, job.env, document.model.env)
    token = next((level[name] for level in levels for name in ("GH_TOKEN", "GITHUB_TOKEN") if name in level), None)
    if token is None or not is_of_job(token):
        return
    from maverick_lint.checks.github_workflow._gh import gh_calls  # reads shell scripts, which few workflows need

    shell = job.shell or document.model.shell
    for command, words in gh_calls(document.source, step, "" if shell is None else shell.raw):
        right = needed_by_command(words)
        if right is not None and not command.assigned:
            yield f"gh {words[0]} {words[1]}", command.words[0].place.span, *right


def _rights(given: Node | None) -> dict[str, str] | None:
    """Return the rights by scope; None where they are not all known."""
    if given is None or not given.is_map:
        return None
    rights = {scope: node.text or "" for scope, node in given.pairs().items()}
    return rights if all(value in _ORDER for value in rights.values()) else None
