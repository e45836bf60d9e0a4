"""What the table of directives refuses: unknown names, wrong contexts, wrong arguments.

The judgement is the one of nginx's ngx_conf_handler() (src/core/ngx_conf_file.c), statement by statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.nginx.context import entered
from maverick_lint.formats.nginx.table import FLAG, fits, table
from maverick_lint.formats.nginx.third_party import is_third_party
from maverick_lint.formats.nginx.tree import FREE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    found: list[Problem] = []
    pending = [(config.root, _judged(config.root_contexts))]
    while pending:
        block, contexts = pending.pop()
        for directive in block.directives if contexts else ():
            name = directive.name
            if not directive.word.known:
                continue
            masks = known.masks.get(name)
            if masks is None:
                if not is_third_party(name):
                    found.append(Problem("unknown", directive, contexts[0]))
                continue
            for context in contexts:
                kind = _fault(directive, masks, known.contexts[context])
                if kind is None:
                    continue
                # a template's branches may open and close the blocks between them
                if not (config.tree.templated and kind == "context"):
                    found.append(Problem(kind, directive, context))
                break
            if directive.block is not None and name not in FREE:
                pending.append((directive.block, _judged(entered(context, name) for context in contexts)))
    found.sort(key=lambda problem: problem.directive.word.start)
    yield from found


def _judged(contexts: Iterable[Context]) -> list[Context]:
    """Return the contexts that the table knows, sorted."""
    known = table().contexts
    return sorted(context for context in set(contexts) if context in known)


def _fault(directive: Directive, masks: Sequence[int], context: int) -> Kind | None:
    """Return what is wrong with a directive, given its masks and the bit of its context."""
    count = len(directive.args)
    block = directive.terminator == "{"
    allowed = False
    for mask in masks:
        if mask & context:
            allowed = True
            if fits(mask & ~FLAG, count, block=block):
                return None
            if mask & FLAG and not block and count == 1 and directive.args[0].text.lower() in ("on", "off"):
                return None
    if not allowed:
        return "context"
    return "arguments" if directive.known else None


def nearest(name: str, context: Context) -> str:
    """Return the known directive whose name is most like this one, of those allowed in the context first; or ""."""
    known = table()
    bit = known.contexts.get(context, 0)
    here = [other for other, masks in known.masks.items() if any(mask & bit for mask in masks)]
    lower = name.lower()
    found = close_matches(lower, here, 1, 0.78) or close_matches(lower, known.masks, 1, 0.82)
    return found[0] if found else ""
