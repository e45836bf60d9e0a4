"""From a text to a syntax tree whose byte offsets are the text's character offsets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

LIMIT: Final = 500_000
"""Characters beyond which a text is not read: a longer one is a program packed into a script."""
_MAXIMUM_PIPES: Final = 4_000
_MAXIMUM_CLOSED: Final = 4_000
_MAXIMUM_ARRAYS: Final = 1_500
_MAXIMUM_PARAMETERS: Final = 20_000
_FOREIGN: Final = re.compile(r"[^\x01-\x7f]")
_NAME_BEFORE: Final = re.compile(r"\$\w+\Z")
_LONGEST_NAME: Final = 80
FILLER: Final = "."


@lru_cache(maxsize=1)
def root_of(text: str) -> Node | None:
    """Return the root of a script's tree, or None when the text is refused (too long, or made to hang the parser).

    The last tree is kept: commands and errors of a script are asked for one after the other.
    """
    if len(text) > LIMIT or _is_hostile(text):
        return None
    return _parser().parse(readable(text).encode("ascii", "replace")).root_node


def readable(text: str) -> str:
    """Return the text as the parser sees it, of the same length.

    Characters outside ASCII become a filler that can stand in any word, so that bytes and characters count alike. So
    do GitHub's expressions (`${{ ... }}`), which are replaced before a shell sees them; a carriage return at the end
    of a line becomes a blank.
    """
    if "${{" in text:
        text = _without_expressions(text)
    if "\r" in text:
        text = text.replace("\\\r\n", " \\\n").replace("\r\n", " \n")
    return text if text.isascii() and "\0" not in text else _FOREIGN.sub(FILLER, text)


def _without_expressions(text: str) -> str:
    """Put letters of a name in the place of each expression, but not where a `$` before it has begun a name."""
    pieces: list[str] = []
    position = 0
    start = text.find("${{")
    while start >= 0 and (end := text.find("}}", start)) >= 0:
        end += 2
        before = _NAME_BEFORE.search(text, max(0, start - _LONGEST_NAME), start)
        pieces += [text[position:start], (FILLER if before else "_") * (end - start)]
        position = end
        start = text.find("${{", end)
    return "".join([*pieces, text[position:]])


def _is_hostile(text: str) -> bool:
    """Say whether error recovery would take quadratic time, as measured with tree-sitter-bash 0.25.1."""
    pipes = text.count("|") - 2 * text.count("||")
    closed = text.count(")") - text.count("(")
    return (
        pipes > _MAXIMUM_PIPES
        or closed > _MAXIMUM_CLOSED
        or text.count("=(") > _MAXIMUM_ARRAYS
        or text.count("<<") > _MAXIMUM_PIPES
        or text.count("${") > _MAXIMUM_PARAMETERS
    )


@lru_cache(maxsize=1)
def _parser() -> Parser:
    import tree_sitter

    from maverick_lint.formats._shell.grammar import bash_grammar

    return tree_sitter.Parser(tree_sitter.Language(bash_grammar()))
