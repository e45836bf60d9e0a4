"""github-workflow/action-input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.github.actions import action_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.actions import ActionFacts
    from maverick_lint.formats.github.model import Action, Step, Workflow

# What a name that is not known is called by others.
_UNKNOWN: Final = ("actionlint:action", "jactionlint:unknown-action-input")
# What GitHub itself reads of the inputs of an action that is a container.
_ALWAYS: Final = frozenset({"args", "entrypoint"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each input that an action does not have, and for those it needs and does not get."""
    for step in document.model.steps:
        facts = action_facts(document.source, step.uses) if step.action and step.uses is not None else None
        if (
            facts is not None
            and facts.inputs is not None
            and not any("{{" in key or key == "<<" for key in step.inputs)
        ):
            yield from _inputs(step, facts, facts.inputs)


def _inputs(step: Step, facts: ActionFacts, known: frozenset[str]) -> Iterator[Hit]:
    name = f"{step.action}@{facts.version}"
    given = {key.lower(): node for key, node in step.inputs.items()}
    for key, node in given.items():
        if key in facts.deprecated:
            yield Hit(
                node.key or node,
                {"action": name, "input": key},
                "old",
                level="note",
                equivalents=("actionlint:action", "jactionlint:deprecated-action-input"),
            )
        elif key not in known and not (facts.using == "docker" and key in _ALWAYS):
            near = close_matches(key, sorted(known), 1, 0.7)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            yield Hit(node.key or node, {"action": name, "input": key, "hint": hint}, equivalents=_UNKNOWN)
    missing = sorted(facts.needed - set(given))
    if missing and step.uses is not None:
        listed = ", ".join(f"`{one}`" for one in missing)
        yield Hit(
            step.uses,
            {"action": name, "input": listed},
            "missing",
            level="error",
            equivalents=("actionlint:action", "jactionlint:missing-action-input"),
        )
