"""Which parts of an expression's value come from outside as they are.

Source: docs.github.com, "Script injections" (contexts that hold text of others), read 2026-11-24.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._actions_expr.tree import Binary, Call, Member, Name, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats._actions_expr.tree import Expression

# Texts that anybody may write who opens an issue or a pull request, comments, or pushes to a fork.
_OUTSIDE: Final = frozenset({
    "github.head_ref",
    "github.event.issue.title", "github.event.issue.body",
    "github.event.discussion.title", "github.event.discussion.body",
    "github.event.comment.body", "github.event.review.body", "github.event.review_comment.body",
    "github.event.pull_request.title", "github.event.pull_request.body",
    "github.event.pull_request.head.ref", "github.event.pull_request.head.label",
    "github.event.pull_request.head.repo.default_branch",
    "github.event.pages.*.page_name",
    "github.event.commits.*.message", "github.event.commits.*.author.email", "github.event.commits.*.author.name",
    "github.event.head_commit.message", "github.event.head_commit.author.email",
    "github.event.head_commit.author.name",
    "github.event.workflow_run.head_branch", "github.event.workflow_run.display_title",
    "github.event.workflow_run.head_commit.message",
})  # fmt: skip
# The objects that hold one of them: `github.event` and the like.
_HOLDING: Final = frozenset(one[:at] for one in _OUTSIDE for at, sign in enumerate(one) if sign == ".")
_KEEPING: Final = frozenset({"format", "join", "tojson", "fromjson"})


def carried(expression: Expression) -> Iterator[Member | Name]:
    """Yield the contexts whose text an expression's value may hold; comparisons and tests hold none."""
    stack = [expression]
    while stack:
        part = stack.pop()
        if isinstance(part, Member | Name):
            root = _root(part)
            # A part of what a function gives: `fromJSON(inputs.all).version`.
            if isinstance(root, Call):
                stack.append(root)
            else:
                yield part
        elif isinstance(part, Binary) and part.operator == "&&":
            # The left side of `&&` is the value only where it counts as false.
            stack.append(part.right)
        elif isinstance(part, Binary) and part.operator == "||":
            stack.extend((part.right, part.left))
        elif isinstance(part, Call):
            name = part.name.lower()
            if name in _KEEPING:
                stack.extend(reversed(part.arguments))
            elif name == "case":
                stack.extend((*part.arguments[1::2], *part.arguments[-1:]))


def _root(part: Expression) -> Expression:
    while isinstance(part, Member):
        part = part.of
    return part


def is_outside(part: Member | Name) -> bool:
    """Say whether a context is text that outsiders write, or an object that holds such a text."""
    path = path_of(part)
    if path is None:
        return False
    name = ".".join(path)
    return name in _OUTSIDE or (len(path) > 1 and name in _HOLDING)
