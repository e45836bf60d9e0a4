"""github-workflow/kept-credentials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span
from maverick_lint.formats._by_hand import ByHand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Step, Workflow

_GIT: Final = re.compile(r"\bgit (?:-\S+ )*(?:push|pull|fetch|clone|submodule|ls-remote)\b")
# Actions that push with what the checkout has left.
_PUSHING: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    frozenset({"stefanzweifel/git-auto-commit-action", "endbug/add-and-commit"}),
)
# Owners of actions that do not use git's credentials.
_HARMLESS: Final = ("actions/", "docker/", "astral-sh/", "codecov/", "hadolint/", "golangci/", "github/codeql-action")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each checkout that leaves the token behind in the files."""
    for job in document.model.jobs:
        found: list[Hit] = []
        user: Node | None = None
        plain = True
        for step in reversed(job.steps):
            if step.action == "actions/checkout" and step.uses is not None:
                if step.given("persist-credentials") is None and user is None:
                    found.append(Hit(step.uses, {}, fix=_fix(document.source, step, safe=plain)))
                elif step.given("persist-credentials") is None and user is not None:
                    found.append(Hit(step.uses, {}, "needed", related=(Related(user, "uses them"),)))
            if step.run is not None and _GIT.search(step.run.raw):
                user = step.run
            elif step.action in _PUSHING.rows:
                user = step.uses
            plain = plain and _is_plain(step)
        yield from reversed(found)


def _is_plain(step: Step) -> bool:
    """Say whether a step surely needs no credentials of git: one of a known owner, or a script without git."""
    if step.run is not None:
        return "git" not in step.run.raw and "make" not in step.run.raw
    return step.action.startswith(_HARMLESS)


def _fix(source: Source, step: Step, *, safe: bool) -> Fix | None:
    """Return the edit that gives the input; None where the step is written in an unusual way."""
    uses, given = step.uses, step.node.get("with")
    if uses is None or uses.key is None or uses.anchor is not None or uses.style not in ("plain", "single", "double"):
        return None
    line = "persist-credentials: false"
    if given is not None and given.is_map and given.children and given.anchor is None:
        first = given.children[0][0]
        if first is None:
            return None
        indent = " " * (source.position(first.span.start).column - 1)
        edit = Edit(
            Span(first.span.start, first.span.start), f"{line}, " if given.style == "flow" else f"{line}\n{indent}"
        )
    elif given is not None:
        return None
    elif step.node.style == "flow":
        edit = Edit(Span(uses.span.end, uses.span.end), f", with: {{{line}}}")
    else:
        position = source.position(uses.span.end)
        end = source.line_span(position.line).end
        indent = " " * (source.position(uses.key.span.start).column - 1)
        edit = Edit(Span(end, end), f"\n{indent}with:\n{indent}  {line}")
    return Fix("do not keep the credentials", (edit,), safe=safe)
