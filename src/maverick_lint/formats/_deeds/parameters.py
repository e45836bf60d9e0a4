"""How a script takes values from its caller: arguments, options of its command line, variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.flow import Parameters
from maverick_lint.formats._deeds.loops import blocks_in
from maverick_lint.formats._deeds.unset import reads_elsewhere
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.span import Span

_MOVED: Final = re.compile(r"(?:^|[;&|({]|\b(?:then|do|else)\b)[ \t]*(?:shift\b|set[ \t]+--)", re.MULTILINE)
# The value of an option: the next word, what getopts gives, or what follows the sign of equality.
_NEXT: Final = re.compile(r"\$(?:2|\{2(?::?[?][^}]*)?\}|OPTARG|\{OPTARG\})\Z")
_JOINED: Final = re.compile(r"\$\{\w+#(?:\*=|-[\w-]+=)\}\Z")
_DEEPEST: Final = 8
_MOST: Final = 10_000
_MOST_NAMES: Final = 60


def parameters_of(script: syntax.Script, functions: tuple[Span, ...]) -> Parameters:
    """Return how a script takes values; `functions` are the spans of its functions."""
    text = script.source.text
    flags = tuple(_flags(script.body)) if "case" in text and ("OPTARG" in text or "$2" in text or "#" in text) else ()
    flags = _sure(flags, tuple(_defaults(script, {name for name, _ in flags})), text) if flags else ()
    by_flag = {name for name, _ in flags}
    own = frozenset(name for name in script.names - by_flag if not _takes_over(script, name))
    return Parameters(
        positions=_MOVED.search(text) is None,
        own=own,
        flags=flags,
        defaults=tuple(_defaults(script, by_flag)) if flags else (),
        elsewhere=reads_elsewhere(text),
        functions=functions,
    )


def _takes_over(script: syntax.Script, name: str) -> bool:
    """Say whether the only value that a variable is set to is what the caller gave it, or a default."""
    value = script.variables.get(name)
    return value is not None and re.match(rf"\$(?:{name}\Z|\{{{name}(?:\}}\Z|:?[-=?]))", value.expanded) is not None


def _flags(block: syntax.Block, depth: int = 0) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the variables that arms of `case` set to the value of an option, with its spellings."""
    if depth > _DEEPEST:
        return
    for item in block:
        node = item.node
        if isinstance(node, syntax.Case):
            for patterns, body in node.arms:
                for one in (one for inner in body for one in _assigned(inner.node)):
                    raw = "" if one.value is None else one.value.raw.strip('"')
                    if _NEXT.match(raw) or _JOINED.match(raw):
                        yield one.name, tuple(_spelling(pattern, raw) for pattern in patterns)
        inner_blocks = (node.body,) if isinstance(node, syntax.Function) else blocks_in(node)
        for inside in inner_blocks:
            yield from _flags(inside, depth + 1)


def _sure(
    flags: tuple[tuple[str, tuple[str, ...]], ...], defaults: tuple[tuple[str, str], ...], text: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the flags of the variables that options and one plain default set, and nothing else."""
    allowed: dict[str, int] = {}
    for name, spellings in flags:
        allowed[name] = allowed.get(name, 0) + (1 if all(one.startswith("-") for one in spellings) else -_MOST)
    for name in {name for name, _ in defaults}:
        allowed[name] += 1
    if len(allowed) > _MOST_NAMES:
        return ()
    sure = {name for name, most in allowed.items() if len(re.findall(rf"(?<![\w$-]){name}\+?=", text)) <= most}
    return tuple(one for one in flags if one[0] in sure)


def _assigned(node: syntax.Statement) -> tuple[syntax.Assignment, ...]:
    return node.assignments if isinstance(node, syntax.Call) and (node.keyword or not node.words) else ()


def _spelling(pattern: str, raw: str) -> str:
    """Return an option as a caller writes it: `p` of getopts is `-p`, `--port=*` takes its value in the same word."""
    clean = pattern.strip("\"'").removesuffix("*")
    return f"-{clean}" if "OPTARG" in raw and not clean.startswith("-") else clean


def _defaults(script: syntax.Script, names: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what variables are set to in the script's top level, where that is plain."""
    for item in script.body:
        for one in _assigned(item.node):
            if one.name in names and one.value is not None and one.value.text is not None:
                yield one.name, one.value.text
