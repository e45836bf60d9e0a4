"""What the table of directives refuses: unknown names, wrong contexts, wrong arguments.

The judgement is crossplane's analyzer's, statement by statement, on our tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.nginx.context import entered
from maverick_lint.formats.nginx.table import is_known, table
from maverick_lint.formats.nginx.third_party import is_third_party
from maverick_lint.formats.nginx.tree import FREE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.table import Context
    from maverick_lint.formats.nginx.tree import Directive

Kind = Literal["unknown", "context", "arguments"]


class Problem(NamedTuple):
    """A directive that nginx refuses; `context` is the one it stands in."""

    kind: Kind
    directive: Directive
    context: Context


def problems(config: Config) -> Iterator[Problem]:
    """Yield what nginx refuses in a file, in its order; one problem for a directive."""
    from crossplane import analyzer, errors

    kinds: dict[type[Exception], Kind] = {
        errors.NgxParserDirectiveContextError: "context",
        errors.NgxParserDirectiveArgumentsError: "arguments",
    }
    known = table()
    stack: list[tuple[Directive, frozenset[Context]]] = [
        (d, config.root_contexts) for d in reversed(config.root.directives)
    ]
    while stack:
        directive, contexts = stack.pop()
        name = directive.name
        judged = [context for context in contexts if context in known.contexts]
        if not directive.word.known or not judged:
            continue
        if not is_known(name):
            yield Problem("unknown", directive, judged[0])
            continue
        if is_third_party(name) and name not in known.masks:
            continue
        statement: dict[str, Any] = {"directive": name, "line": 0, "args": directive.values()}
        terminator = "{" if directive.terminator == "{" else ";"
        for context in sorted(judged):
            try:
                analyzer.analyze("", statement, terminator, context, check_args=directive.known)
            except tuple(kinds) as error:
                if config.tree.templated and kinds[type(error)] == "context":
                    break  # a template's branches may open and close the blocks between them
                yield Problem(kinds[type(error)], directive, context)
                break
        if directive.block is not None and name not in FREE:
            inner = frozenset(entered(context, name) for context in judged)
            stack.extend((child, inner) for child in reversed(directive.block.directives))


def nearest(name: str, context: Context) -> str:
    """Return the known directive whose name is most like this one, of those allowed in the context first; or ""."""
    known = table()
    bit = known.contexts.get(context, 0)
    here = [other for other, masks in known.masks.items() if any(mask & bit for mask in masks)]
    lower = name.lower()
    found = close_matches(lower, here, 1, 0.78) or close_matches(lower, known.masks, 1, 0.82)
    return found[0] if found else ""
