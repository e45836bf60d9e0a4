"""What is wrong with expressions: their syntax, and what they use where it is not there.

Which contexts and functions a key allows stands in GitHub's grammar, what functions take in `language`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.span import Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._actions_expr import ExpressionError, parse, parts
from maverick_lint.formats._actions_expr.tree import Call, Name, walk
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.language import arguments_of, context_names, function_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.source import Source
    from maverick_lint.formats._actions_expr.tree import Expression
    from maverick_lint.formats.github.faults import Text

_MOST: Final = 255
_STATUS: Final = frozenset({"always", "success", "failure", "cancelled", "hashfiles"})


# Where it begins and ends in the text, and what is wrong.
Fault = tuple[int, int, str]


def expression_faults(source: Source, texts: Iterable[Text], rule: str) -> Iterator[ParseError]:
    """Yield the faults of the expressions in texts, under the rule of that name."""
    for text in texts:
        inner: Source | None = None
        for start, end, message in _in_text(text):
            inner = inner or embedded(source, text.node)
            last = min(end, len(inner.text))
            yield ParseError(inner.outer(Span(min(start, last), last)), message, rule)


def _in_text(text: Text) -> Iterator[Fault]:
    raw = text.node.raw
    found = parts(raw)
    if not found and text.condition and raw.strip() and "{{" not in raw and "{%" not in raw:
        yield from _faults(text, raw, 0)
    for part in found:
        if not part.closed:
            yield part.start, part.start + 3, "the expression is never closed by `}}`"
        elif not part.text.strip():
            yield part.start, part.end, "the expression is empty"
        elif "{{" not in part.text:
            yield from _faults(text, part.text, part.inner)


def _faults(text: Text, expression: str, offset: int) -> Iterator[Fault]:
    try:
        tree = parse(expression)
    except ExpressionError as error:
        start = min(error.start, max(len(expression.rstrip()) - 1, 0))
        end = max(error.end, start + 1)
        yield offset + start, offset + end, f"the expression {error}"
        return
    for start, end, message in _uses(tree, text.contexts):
        yield offset + start, offset + end, message


def _uses(tree: Expression, allowed: frozenset[str]) -> Iterator[Fault]:
    contexts, functions = _split(allowed)
    for part in walk(tree):
        if isinstance(part, Name):
            message = _context(part.name, contexts)
        elif isinstance(part, Call):
            message = _function(part, functions)
        else:
            continue
        if message:
            yield part.start, part.start + len(part.name), message


@lru_cache(maxsize=256)
def _split(allowed: frozenset[str]) -> tuple[frozenset[str], dict[str, str]]:
    """Return the contexts of a key, and its functions with their arguments by name."""
    contexts = frozenset(name for name in allowed if "(" not in name)
    return contexts, {name.partition("(")[0].lower(): name for name in allowed if "(" in name}


@lru_cache(maxsize=1024)
def _context(name: str, allowed: frozenset[str]) -> str:
    if name.lower() in allowed:
        return ""
    listed = ", ".join(f"`{one}`" for one in sorted(allowed))
    if name.lower() in context_names():
        available = f"only {listed} are" if allowed else "none is"
        return f"the context `{name}` is not available here; {available}"
    near = close_matches(name.lower(), sorted(context_names()), 1, 0.7)
    hint = f"did you mean `{near[0]}`?" if near else f"a text stands in single quotes: `'{name}'`"
    return f"`{name}` is no context; {hint}"


def _function(call: Call, available: dict[str, str]) -> str:
    name = call.name.lower()
    if name in available:
        least, _, most = available[name].partition("(")[2].rstrip(")").partition(",")
        low, high = int(least), _MOST if most == "MAX" else int(most)
    elif (taken := arguments_of(name)) is not None:
        low, high = taken
    elif name in _STATUS:
        return f"the function `{call.name}` is not available here"
    else:
        near = close_matches(name, sorted({*function_names(), *_STATUS}), 1, 0.7)
        return f"`{call.name}` is no function" + (f"; did you mean `{near[0]}`?" if near else "")
    count = len(call.arguments)
    if low <= count <= high:
        return ""
    wanted = str(low) if low == high else f"{low} at least" if count < low else f"{high} at most"
    return f"`{call.name}` takes {wanted} argument{'' if low == high == 1 else 's'}, and has {count}"
