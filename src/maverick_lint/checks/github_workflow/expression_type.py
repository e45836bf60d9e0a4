"""github-workflow/expression-type."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import in_texts, is_condition
from maverick_lint.checks.github_workflow._types import NOUNS, Types
from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.kinds import SCALARS, Kinds
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.checks.github_workflow._expressions import Found
    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

# Keys whose values are texts: an object in one becomes a word.
_TEXTS: Final = frozenset({"run", "name", "run-name", "shell", "working-directory", "uses", "key", "group", "url"})
_LEVELS: Final = frozenset({"env", "with"})
# Keys whose values GitHub wants as a number, or as true or false.
_NUMBERS: Final = frozenset({"timeout-minutes", "max-parallel"})
_BOOLEANS: Final = frozenset({"continue-on-error", "fail-fast", "cancel-in-progress"})

_CALLS: Final = frozenset({"argument", "case", "predicate", "brace", "placeholder", "unused", "json"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each part of an expression whose kind of value does not fit its place."""
    model = document.model
    kinds = Kinds(model)
    jobs = model.jobs if isinstance(model, Workflow) else ()
    starts = [job.node.span.start for job in jobs]
    for found in in_texts(document.source, model.texts):
        at = bisect_right(starts, found.node.span.start) - 1
        inside = at >= 0 and found.node.span.start < jobs[at].node.span.end
        types = Types(kinds, jobs[at] if inside else None)
        for part, case, values in types.faults(found.parts):
            same = "invalid-function-call" if case in _CALLS else "expression-type"
            yield Hit(found.span(part), values, case, equivalents=("actionlint:expression", f"jactionlint:{same}"))
        yield from _place(found, types)


def _place(found: Found, types: Types) -> Iterator[Hit]:
    node, tree = found.node, found.tree
    key = node.key.raw if node.key is not None else ""
    if is_condition(node):
        return
    kind = types.of(tree)
    parent = node.parent.key.raw if node.parent is not None and node.parent.key is not None else ""
    if kind in ("list", "object") and (key in _TEXTS or parent in _LEVELS):
        yield Hit(found.span(tree), {"text": found.text(tree), "kind": NOUNS[kind]}, "")
    if key not in _NUMBERS and key not in _BOOLEANS and key not in _LEVELS:
        return
    whole = node.raw.strip().startswith("${{") and node.raw.count("${{") == 1 and node.raw.strip().endswith("}}")
    if not whole:
        return
    if key in _NUMBERS and kind in ("text", "boolean"):
        yield Hit(
            found.span(tree), {"text": found.text(tree), "key": key, "kind": NOUNS[kind], "wanted": "a number"}, "key"
        )
    if key in _LEVELS and (kind in SCALARS or kind == "list"):
        values = {"text": found.text(tree), "key": key, "kind": NOUNS[kind], "wanted": "an object"}
        yield Hit(found.span(tree), values, "mapping")
    if key in _BOOLEANS and kind in ("text", "number"):
        values = {"text": found.text(tree), "key": key, "kind": NOUNS[kind], "wanted": "true or false"}
        yield Hit(found.span(tree), values, "key")
