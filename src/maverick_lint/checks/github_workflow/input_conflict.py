"""github-workflow/input-conflict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.formats.github.actions import version_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Action, Step, Workflow

_MAJOR: Final = re.compile(r"v?(\d+)(?:\.\d+)*\Z")
_MISSING: Final = ("jactionlint:missing-action-input",)
_OWN: Final = ("${{ github.run_id }}", "${{ github.repository }}")


@record
class _Rule:
    """What two inputs of an action mean for each other, from a major version on.

    kind  "" they exclude each other and the action fails; "ignored" the second is not looked at beside the first;
          "needs" the first does nothing without the second; "one" one of them must be given, and not both
    """

    kind: str
    first: str
    second: str
    since: int = 1


# From the README and the source of each action (2026-11-24).
_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    "actions/download-artifact": (
        _Rule("", "name", "artifact-ids", 4),
        _Rule("needs", "run-id", "github-token", 4),
        _Rule("needs", "repository", "github-token", 4),
    ),
    "actions/checkout": (
        _Rule("ignored", "filter", "sparse-checkout", 4),
        _Rule("needs", "ssh-known-hosts", "ssh-key", 2),
        _Rule("needs", "sparse-checkout-cone-mode", "sparse-checkout", 4),
    ),
    "actions/setup-node": (_Rule("ignored", "node-version", "node-version-file", 3),),
    "actions/setup-python": (_Rule("ignored", "python-version", "python-version-file", 4),),
    "actions/setup-go": (_Rule("ignored", "go-version", "go-version-file", 3),),
    "actions/setup-java": (_Rule("ignored", "java-version", "java-version-file", 4),),
    "actions/dependency-review-action": (_Rule("", "allow-licenses", "deny-licenses", 2),),
    "google-github-actions/auth": (_Rule("one", "workload_identity_provider", "credentials_json"),),
    "nick-fields/retry": (_Rule("one", "timeout_minutes", "timeout_seconds", 2),),
    "peter-evans/create-pull-request": (_Rule("ignored", "body-path", "body", 5),),
}


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each input that another one makes wrong or pointless, or that misses its other one."""
    for step in document.model.steps:
        rules = _RULES.get(step.action, ())
        if not rules or step.uses is None or any("{{" in key or key == "<<" for key in step.inputs):
            continue
        given = step.node.get("with")
        major = _major(document.source, step.uses)
        for rule in rules if given is None or given.is_map else ():
            if major >= rule.since:
                yield from _apply(step, step.uses, rule)


def _major(source: Source, uses: Node) -> int:
    """Return the major version of an action, 0 when neither the ref nor the comment behind a commit tells it."""
    match = _MAJOR.match(uses.raw.partition("@")[2]) or _MAJOR.match(version_note(source, uses))
    return int(match[1]) if match is not None else 0


def _apply(step: Step, uses: Node, rule: _Rule) -> Iterator[Hit]:
    first, second = step.given(rule.first), step.given(rule.second)
    values = {"action": step.action, "first": rule.first, "second": rule.second}
    if rule.kind == "needs":
        if first is not None and second is None and first.raw.strip() not in _OWN:
            yield Hit(first.key or first, values, "needs", equivalents=_MISSING)
    elif first is not None and second is not None:
        # An expression may be empty in a run, which is how a step chooses between two inputs.
        if "${{" not in first.raw + second.raw and first.raw.strip() and second.raw.strip():
            case = "ignored" if rule.kind == "ignored" else ""
            related = (Related(first.key or first, f"`{rule.first}` stands here"),)
            yield Hit(second.key or second, values, case, related, level="warning" if case else "")
    elif rule.kind == "one" and first is None and second is None:
        yield Hit(uses, values, "one", equivalents=_MISSING)
