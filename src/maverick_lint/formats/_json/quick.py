"""JSON without a fault, read in one loop: most files have none, and dashboards have tens of thousands of tokens.

Whatever is unusual (an error, a comment, a duplicate key, deep nesting) makes it give up, and the careful reader begins
anew. So this reader has no messages, and both build the same nodes (a test compares them).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.node import LIST, MAP, SCALAR, Node
from maverick_lint.core.span import Span
from maverick_lint.formats._json.tokens import TOKEN, WORDS, read_string, read_word

if TYPE_CHECKING:
    from maverick_lint.core.node import Scalar

_SIGN: Final = TOKEN.groupindex["sign"]
_STRING: Final = TOKEN.groupindex["string"]
_WORD: Final = TOKEN.groupindex["word"]
_END: Final = TOKEN.groupindex["end"]
_VALUE, _KEY, _COLON, _COMMA, _FIRST_VALUE, _FIRST_KEY = range(6)
_AT_KEY: Final = (_KEY, _FIRST_KEY)
# What most of a text is, in one step: a key with a plain value and the comma behind it, or with a bracket that opens.
# Characters that are seldom seen in print are left to the steps of one token.
_ENTRY: Final = re.compile(
    r'[ \t\r\n]*+"([ !#-\[\]-~]*+)"[ \t\r\n]*+:[ \t\r\n]*+'
    r'(?:(?:"([ !#-\[\]-~]*+)"|(true|false|null|-?(?:0|[1-9][0-9]{0,14}))(?=[ \t\r\n,}]))[ \t\r\n]*+(,)?|([{\[]))'
).match


class TooManyError(Exception):
    """The text holds more values than may be read; `span` is that of the first one too many."""

    def __init__(self, span: Span) -> None:
        """Take the place."""
        super().__init__()
        self.span = span


def quick(text: str, depth: int, limit: int) -> Node | None:  # noqa: PLR0911, PLR0912, PLR0915 - one loop is the point
    """Return the root of a JSON text that has no fault and is not nested too deep, else None.

    Raises TooManyError when it holds more values than the limit.
    """
    stack: list[Node] = []
    seen: list[set[str]] = []
    root: Node | None = None
    key: Node | None = None
    want = _VALUE
    value: Scalar
    count = position = 0
    while True:
        entry = _ENTRY(text, position) if want in _AT_KEY else None
        if entry is not None:
            raw, plain, word, comma, bracket = entry.groups()
            if raw in seen[-1] or (bracket is not None and len(stack) >= depth):
                return None
            seen[-1].add(raw)
            holder = stack[-1]
            start, end = entry.span(1)
            key = Node(SCALAR, Span(start - 1, end + 1), value=raw, raw=raw, style="double")
            position = entry.end()
            if bracket is not None:
                kind = MAP if bracket == "{" else LIST
                node = Node(kind, Span(position - 1, position), style="flow", key=key, parent=holder)
                stack.append(node)
                seen.append(set())
                want = _FIRST_KEY if kind == MAP else _FIRST_VALUE
            elif plain is not None:
                start, end = entry.span(2)
                span = Span(start - 1, end + 1)
                node = Node(SCALAR, span, value=plain, raw=plain, style="double", key=key, parent=holder)
                want = _COMMA if comma is None else _KEY
            else:
                value = WORDS[word] if word in WORDS else int(word)
                node = Node(SCALAR, Span(*entry.span(3)), value=value, raw=word, key=key, parent=holder)
                want = _COMMA if comma is None else _KEY
            holder.children.append((key, node))
            key = None
            count += 1
            if count > limit:
                raise TooManyError(node.span)
            continue
        match = TOKEN.match(text, position)
        if match is None:
            return None
        position = match.end()
        group = match.lastindex
        if group == _SIGN:
            start, end = match.span(_SIGN)
            sign = text[start]
            if sign == ",":
                if want != _COMMA or not stack:
                    return None
                want = _KEY if stack[-1].kind == MAP else _VALUE
                continue
            if sign == ":":
                if want != _COLON:
                    return None
                want = _VALUE
                continue
            if sign in "}]":
                kind = MAP if sign == "}" else LIST
                if not stack or stack[-1].kind != kind or want not in (_COMMA, _FIRST_VALUE, _FIRST_KEY):
                    return None
                closed = stack.pop()
                closed.span = Span(closed.span.start, end)
                seen.pop()
                want = _COMMA
                continue
            if want not in (_VALUE, _FIRST_VALUE) or len(stack) >= depth:
                return None
            node = Node(MAP if sign == "{" else LIST, Span(start, end), style="flow")
        elif group == _STRING:
            start, end = match.span(_STRING)
            raw = text[start + 1 : end - 1]
            if text[end - 1] != '"' or "\\" in raw or not raw.isprintable():
                raw, problem = read_string(text[start:end])
                if problem:
                    return None
            node = Node(SCALAR, Span(start, end), value=raw, raw=raw, style="double")
            if want in (_KEY, _FIRST_KEY):
                if raw in seen[-1]:
                    return None
                seen[-1].add(raw)
                key = node
                want = _COLON
                continue
        elif group == _WORD:
            start, end = match.span(_WORD)
            raw = text[start:end]
            value, problem = read_word(raw)
            if problem:
                return None
            node = Node(SCALAR, Span(start, end), value=value, raw=raw)
        elif group == _END:
            break
        else:
            return None
        if want not in (_VALUE, _FIRST_VALUE):
            return None
        count += 1
        if count > limit:
            raise TooManyError(node.span)
        if not stack and root is not None:
            return None
        if stack:
            holder = stack[-1]
            node.parent = holder
            node.key = key
            key = None
            holder.children.append((node.key, node))
        else:
            root = node
        want = _COMMA
        if group == _SIGN:
            stack.append(node)
            seen.append(set())
            want = _FIRST_KEY if node.kind == MAP else _FIRST_VALUE
    return None if stack else root
