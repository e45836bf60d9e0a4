"""github-workflow/bot-condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import conditions, in_condition
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._actions_expr.tree import Binary, Literal, Member, Not, path_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.checks.github_workflow._expressions import Found
    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._actions_expr.tree import Expression
    from maverick_lint.formats.github.model import Workflow

# Who caused the run, which is not who wrote the change.
_ACTORS: Final = frozenset({"github.actor", "github.triggering_actor", "github.event.sender.login"})
# Events whose runs have rights that a stranger has not.
_EVENTS: Final = ("pull_request_target", "workflow_run", "issue_comment")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each condition that trusts the name of the bot that caused the run."""
    workflow = document.model
    event = next((event for event in workflow.events if event.name in _EVENTS), None)
    if event is None:
        return
    for node in conditions(workflow):
        for one in in_condition(document.source, node):
            for name, part in _actors(one):
                yield Hit(
                    one.span(part), {"name": name, "event": event.name}, related=(Related(event.node, "the event"),)
                )


def _actors(found: Found) -> Iterator[tuple[str, Expression]]:
    """Yield the tests for the name of a bot which let something happen."""
    denied = {id(part) for outer in found.parts if isinstance(outer, Not) for part in walk(outer.operand)}
    for part in found.parts:
        if not isinstance(part, Binary) or part.operator != "==" or id(part) in denied:
            continue
        for actor, name in ((part.left, part.right), (part.right, part.left)):
            path = path_of(actor) if isinstance(actor, Member) else None
            is_bot = isinstance(name, Literal) and str(name.value).lower().endswith("[bot]")
            if path is not None and ".".join(path) in _ACTORS and is_bot:
                yield ".".join(path), actor
