"""Reads workflows, actions and Dependabot's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.core.record import replace
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.github.build import action, dependabot, workflow
from maverick_lint.formats.github.faults import Walk
from maverick_lint.formats.github.grammar import grammar
from maverick_lint.formats.github.model import Dependabot, Lock, Workflow
from maverick_lint.formats.github.relations import relation_faults, step_id_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maverick_lint.core.document import Reader, Script
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._yaml import Parsed
    from maverick_lint.formats.github.model import Action, Model

_NOUNS: Final = {"github-workflow": "a workflow", "github-action": "an action", "dependabot": "Dependabot's settings",
    "actions-lock": "a lock file of actions"}  # fmt: skip
_BUILDERS: Final[dict[str, Callable[[Source, Node], Model]]] = {
    "github-workflow": workflow,
    "github-action": action,
    "dependabot": dependabot,
    "actions-lock": Lock,
}


def parse(source: Source, kind: str, reader: Reader) -> Document[Model | None]:
    """Return the document of a text; the model is None when it could not be understood."""
    parsed = read_yaml(source, "github")
    root = parsed.root
    if root is None or not root.is_map:
        if not parsed.fatal:
            parsed.errors.append(_no_mapping(parsed, kind))
        return _document(parsed, kind, None)
    model = _BUILDERS[kind](source, root)
    if isinstance(model, Dependabot):
        if not parsed.fatal:
            from maverick_lint.formats.github.dependabot import dependabot_faults  # one file of a repository

            parsed.errors.extend(dependabot_faults(root))
        return _document(parsed, kind, model)
    if isinstance(model, Lock):
        from maverick_lint.formats.github.lock import lock_faults  # few repositories have one

        parsed.errors.extend(() if parsed.fatal else lock_faults(root))
        return _document(parsed, kind, model)
    name = "workflow" if isinstance(model, Workflow) else "action"
    walk = Walk(grammar(name), name)
    walk.value(root, f"{name}-root-strict", f"the {name}", frozenset())
    model = replace(model, texts=tuple(text.node for text in walk.texts))
    if (
        isinstance(model, Workflow)
        and (lock := reader.read(f"{source.path.rpartition('/')[0]}/actions.lock")) is not None
    ):
        model = replace(model, locked=_locked(lock, source.path))
    if not parsed.fatal and "{{" not in source.path:
        parsed.errors.extend(_faults(model, kind, walk))
    return _document(parsed, kind, model)


def _faults(model: Workflow | Action, kind: str, walk: Walk) -> Iterator[ParseError]:
    yield from walk.errors
    if walk.texts:
        from maverick_lint.formats.github.expressions import expression_faults  # not every file has expressions

        yield from expression_faults(model.source, walk.texts, f"{kind}/expression")
    yield from relation_faults(model) if isinstance(model, Workflow) else step_id_faults(model.steps)


def _locked(lock: Source, path: str) -> frozenset[str]:
    """Return the actions that a lock file beside a workflow pins for it."""
    from maverick_lint.formats.github.lock import lock_of, pinned  # few repositories have one

    root = read_yaml(lock, "github").root
    known = lock_of(Lock(lock, root)) if root is not None and root.is_map else None
    return frozenset() if known is None else pinned(known, path)


def _scripts(model: Model | None) -> tuple[Script, ...]:
    from maverick_lint.formats.github.scripts import scripts  # only for a program that checks them

    return scripts(model)


def _no_mapping(parsed: Parsed, kind: str) -> ParseError:
    if parsed.root is None:
        return ParseError(Span(0, 0), f"is empty; {_NOUNS[kind]} needs its keys here")
    found = "a list" if parsed.root.is_list else "a text"
    return ParseError(parsed.root.span, f"{_NOUNS[kind]} is a mapping of keys, and this is {found}")


def _document(parsed: Parsed, kind: str, model: Model | None) -> Document[Model | None]:
    return Document(
        parsed.source,
        kind,
        model,
        tree=parsed.root,
        errors=tuple(parsed.errors),
        comments=parsed.comments,
        scopes=parsed.scopes,
        scripts=lambda: _scripts(model),
    )
