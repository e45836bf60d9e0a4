"""What no shell can read.

tree-sitter-bash takes some valid scripts for faulty ones (5 % of a system's own scripts, 2026-11), so only faults are
told that nothing else in the tree puts in doubt: a statement that is never closed, a closing word without a statement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats._shell.tree import readable, root_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from maverick_lint.core.source import Source

_CLOSING: Final = {"fi": "if", "done": "do", "esac": "case"}
_STRAY: Final = re.compile(r"^[ \t]*(fi|done|esac|then|else|elif)(?=[ \t;\n]|$)", re.MULTILINE)
_OPENER: Final = re.compile(
    r"(?:^|[;&|({!=`]|\b(?:do|then|else))[ \t]*(if|for|while|until|case|select)(?=[ \t(])", re.MULTILINE
)
_TEXTS: Final = ("comment", "string_content", "raw_string", "heredoc_body", "heredoc_content")
_OPENED_BY: Final = {"fi": "if", "done": "do", "esac": "case", "then": "if", "else": "if", "elif": "if"}


def errors_of(source: Source) -> tuple[ParseError, ...]:
    """Return the syntax errors of a script that are sure, with spans in its own text."""
    root = root_of(source.text)
    if root is None:
        return ()
    if root.has_error:
        problems = list(_problems(root))
        found = _unclosed(problems[0]) if len(problems) == 1 else None
        return () if found is None else (found,)
    strays = tuple(_stray(root, source.text))
    # Of several, the first may be what the parser has misread; a word too many stands alone.
    return strays if len(strays) == 1 and not _opened(readable(source.text), strays[0].span.start) else ()


def _problems(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        if node.is_missing or node.type == "ERROR":
            yield node
        elif node.has_error:
            stack.extend(node.children)


def _unclosed(node: Node) -> ParseError | None:
    parent = node.parent
    if not node.is_missing or node.type not in _CLOSING or parent is None:
        return None
    opener = parent.children[0]
    name = opener.type
    span = Span(opener.start_byte, max(opener.end_byte, opener.start_byte))
    return ParseError(span, f"this `{name}` is never closed by `{node.type}`")


def _stray(root: Node, text: str) -> Iterator[ParseError]:
    plain = readable(text)
    for opener in _OPENER.finditer(plain):
        # The parser takes some openers for words (after `A=1 b=(c)`): then their closing words are no strays.
        node = root.descendant_for_byte_range(*opener.span(1))
        if node is None or node.type not in (opener[1], *_TEXTS):
            return
    for match in _STRAY.finditer(plain):
        node = root.descendant_for_byte_range(*match.span(1))
        parent = None if node is None else node.parent
        if node is not None and node.type == "word" and parent is not None and parent.type == "command_name":
            word = match[1]
            yield ParseError(Span(*match.span(1)), f"`{word}` stands here without an open `{_OPENED_BY[word]}`")


def _opened(text: str, at: int) -> bool:
    """Say whether the words alone leave a statement open for the one at `at`: then the parser has lost it."""
    word = text[at : at + 4].split(maxsplit=1)[0]
    closing = word if word in _CLOSING else "fi"
    opening = {"fi": ("if",), "done": ("for", "while", "until", "select"), "esac": ("case",)}[closing]
    closed = re.compile(rf"(?:^|[;&|()}}]|\b(?:fi|done|esac))[ \t]*{closing}(?=[ \t;\n&|)>]|$)", re.MULTILINE)
    opened = sum(opener[1] in opening for opener in _OPENER.finditer(text, 0, at))
    return opened > len(closed.findall(text, 0, at))
