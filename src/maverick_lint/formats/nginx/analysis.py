"""What the table of directives refuses: unknown names, wrong contexts, wrong arguments.

The judgement is the one of nginx's ngx_conf_handler() (src/core/ngx_conf_file.c), statement by statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.nginx.context import entered
from maverick_lint.formats.nginx.table import FLAG, fits, is_known, table
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
        for context in sorted(judged):
            kind = _fault(directive, [mask for mask in known.masks[name] if mask & known.contexts[context]])
            if kind is None:
                continue
            # a template's branches may open and close the blocks between them
            if not (config.tree.templated and kind == "context"):
                yield Problem(kind, directive, context)
            break
        if directive.block is not None and name not in FREE:
            inner = frozenset(entered(context, name) for context in judged)
            stack.extend((child, inner) for child in reversed(directive.block.directives))


def _fault(directive: Directive, masks: list[int]) -> Kind | None:
    """Return what is wrong with a directive, given the masks that hold in its context."""
    if not masks:
        return "context"
    if not directive.known:
        return None
    count, first = len(directive.args), directive.first().lower()
    block = directive.terminator == "{"
    for mask in masks:
        if fits(mask & ~FLAG, count, block=block):
            return None
        if mask & FLAG and not block and count == 1 and first in ("on", "off"):
            return None
    return "arguments"


def nearest(name: str, context: Context) -> str:
    """Return the known directive whose name is most like this one, of those allowed in the context first; or ""."""
    known = table()
    bit = known.contexts.get(context, 0)
    here = [other for other, masks in known.masks.items() if any(mask & bit for mask in masks)]
    lower = name.lower()
    found = close_matches(lower, here, 1, 0.78) or close_matches(lower, known.masks, 1, 0.82)
    return found[0] if found else ""
